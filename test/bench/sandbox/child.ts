import { startSandbox } from '../../sandbox/server';
import type { SandboxOptions } from '../../sandbox/server';

const options = JSON.parse(process.argv[2]) as SandboxOptions;
// The sandbox has a process of its own, because its work must not slow down or count for n8n or the benchmark.
void startSandbox(options).then(({ url, baseUrls }) => process.send?.({ url, baseUrls }));
process.once('disconnect', () => process.exit());
