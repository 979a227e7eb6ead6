import { fromEachProvider } from '../../providers/folders';
import type { ProviderSandbox } from './provider';

/** All providers of the sandbox. */
export const sandboxes = fromEachProvider<ProviderSandbox>('sandbox');
