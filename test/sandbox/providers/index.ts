import { fromEachProvider } from '../../providers/folders';
import type { ProviderSandbox } from './provider';

/** Every provider that the sandbox plays. */
export const sandboxes = fromEachProvider<ProviderSandbox>('sandbox');
