/** Numbers in Vietnam and Thailand like those in the providers' documents. */
export const VIETNAM = '+84919273027';
export const THAILAND = '+66812345678';

/** A number as six digits. */
export const sixDigits = (n: number): string => String(n).padStart(6, '0');

/** A code with letters, because digits alone might be part of another number. */
export const REPORTED_CODE = 'K7-48213';
