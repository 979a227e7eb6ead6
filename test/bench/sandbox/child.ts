import { startSandbox } from '../../sandbox/server';

// The sandbox in a process of its own: in the bench's or n8n's it would be waited for and measured with them.
void startSandbox().then(({ url, baseUrls }) => process.send?.({ url, baseUrls }));
process.once('disconnect', () => process.exit());
