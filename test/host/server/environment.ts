import path from 'node:path';

// Only these variables are passed on: n8n's own, a proxy or npm's settings in the caller's shell would change how n8n
// behaves.
const PASSED_ON = ['LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'NODE_EXTRA_CA_CERTS', 'SYSTEMROOT'];

/**
 * The environment of an n8n that only this machine can reach, that keeps everything, including its encryption key, in
 * its user folder, and that sends no requests to the internet.
 */
export function n8nEnvironment(
	userFolder: string,
	ports: { editor: number; taskBroker: number },
	extra: Record<string, string> = {},
): NodeJS.ProcessEnv {
	const passedOn = PASSED_ON.flatMap((name) => {
		const value = process.env[name];
		return value === undefined ? [] : [[name, value]];
	});
	return {
		...(Object.fromEntries(passedOn) as Record<string, string>),
		// n8n starts its task runner as "node", so PATH must lead to the Node that n8n itself runs on.
		PATH: [path.dirname(process.execPath), process.env.PATH].join(path.delimiter),
		HOME: userFolder,
		N8N_USER_FOLDER: userFolder,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		// The host in webhook addresses; "localhost" may resolve to ::1, where nothing listens.
		N8N_HOST: '127.0.0.1',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		// Without these two settings n8n would fetch lists from its own service at every start.
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_DISABLED_MODULES: 'mcp-registry',
		N8N_SECURE_COOKIE: 'false',
		...extra,
		N8N_PORT: String(ports.editor),
		N8N_RUNNERS_BROKER_PORT: String(ports.taskBroker),
		// `startN8n` reads in the log when n8n is ready.
		N8N_LOG_LEVEL: 'info',
		N8N_LOG_OUTPUT: 'console',
	};
}
