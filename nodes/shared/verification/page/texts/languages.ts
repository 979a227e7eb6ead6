import type { Language } from '../view';
import { en } from './en';
import type { Texts } from './texts';
import { th } from './th';
import { vi } from './vi';

/** The texts of every language. */
export const languages: Record<Language, Texts> = { en, vi, th };
