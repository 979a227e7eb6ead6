import { sandboxes } from './providers';
import type { ProviderSandbox } from './providers/provider';
import { startSandbox } from './server';
import type { Sandbox } from './server';

/** The values for the credential of each provider. */
function logins({ baseUrls }: Sandbox): string {
	const loginOf = ({ name, label, account }: ProviderSandbox) => {
		const fields = Object.entries({ baseUrl: baseUrls[name], ...account });
		const lines = fields.map(([field, value]) => `  ${field.padEnd(14)} ${value}`);
		return [label, ...lines].join('\n');
	};
	return sandboxes.map(loginOf).join('\n\n');
}

/** `npm run sandbox`: runs the sandbox until it gets a signal to stop. */
async function main(): Promise<void> {
	const port = Number(process.env.SANDBOX_PORT ?? 8025);
	const sandbox = await startSandbox({ port });
	console.log(`Inbox: ${sandbox.url}/\n\n${logins(sandbox)}\n\nStop with Ctrl+C.`);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void sandbox.close());
	}
}

main().catch((error: NodeJS.ErrnoException) => {
	const taken = error.code === 'EADDRINUSE';
	console.error(taken ? `${error.message}: choose another with SANDBOX_PORT` : error);
	process.exitCode = 1;
});
