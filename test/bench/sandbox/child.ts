import { startSandbox } from '../../sandbox/server';

// The sandbox has a process of its own, because its work must not slow down or count for n8n or the benchmark.
void startSandbox().then(({ url, baseUrls }) => process.send?.({ url, baseUrls }));
process.once('disconnect', () => process.exit());
