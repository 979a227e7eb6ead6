import { startSandbox } from './server';

/** `npm run sandbox`: the sandbox as a program, until it is told to stop. */
async function main(): Promise<void> {
	const port = Number(process.env.SANDBOX_PORT ?? 8025);
	const sandbox = await startSandbox({ port });
	const { antBuddy, secondAntBuddy, ants, cmVoice } = sandbox.accounts;
	const { baseUrls } = sandbox;
	console.log(`Inbox: ${sandbox.url}/

AntBuddy Voice OTP
  Base URL       ${baseUrls.antBuddy}
  Username       ${antBuddy.username}
  Password       ${antBuddy.password}
  or             ${secondAntBuddy.username}, ${secondAntBuddy.password}

ANTS SMS OTP
  Base URL       ${baseUrls.ants}
  Username       ${ants.username}
  Password       ${ants.password}
  OTC ID         ${ants.otcId}

Voice OTP Advanced
  Base URL       ${baseUrls.cmVoice}
  Product token  ${cmVoice.productToken}
  or bearer      ${cmVoice.bearerToken}
  or basic       ${cmVoice.username}, ${cmVoice.password}

Stop with Ctrl+C.`);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void sandbox.close());
	}
}

main().catch((error: NodeJS.ErrnoException) => {
	const taken = error.code === 'EADDRINUSE';
	console.error(taken ? `${error.message}: choose another with SANDBOX_PORT` : error);
	process.exitCode = 1;
});
