import { createServer } from 'node:https';
import type { Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { casesOf, REQUESTING } from '../providers';
import { provider as ants } from '../providers/Ants/provider';
import { CLOSED_PORT } from '../support/closedPort';
import { startForwardProxy } from '../support/forwardProxy';
import type { ForwardProxy } from '../support/forwardProxy';
import { NodeTest } from '../support/nodeTest';
import { selfSigned } from './faults/selfSigned';

/** n8n reads these for every request; those of the shell that runs the tests would get in the way. */
const VARIABLE = /^(npm_config_)?((https?|all|no)_)?proxy$/i;
const ofTheShell = Object.entries(process.env).filter(([name]) => VARIABLE.test(name));

function forgetProxies(): void {
	for (const name of Object.keys(process.env)) if (VARIABLE.test(name)) delete process.env[name];
}

let proxy: ForwardProxy;
beforeEach(async () => {
	forgetProxies();
	proxy = await startForwardProxy();
});
afterEach(async () => {
	forgetProxies();
	Object.assign(process.env, Object.fromEntries(ofTheShell));
	await proxy.close();
});

describe.each(REQUESTING)('$name', ({ type, parameters }) => {
	const test = new NodeTest(type, parameters);

	it.each(['HTTP_PROXY', 'http_proxy', 'ALL_PROXY'])(
		'sends requests and the login through the proxy of %s',
		async (variable) => {
			process.env[variable] = proxy.url;
			await test.run();
			expect(test.requests.length).toBeGreaterThan(0);
			expect(proxy.asked).toEqual(test.requests.map(() => new URL(test.baseUrl).host));
		},
	);

	it.each(['127.0.0.1', 'localhost,127.0.0.1', '.0.0.1', '*'])(
		'sends requests without the proxy if NO_PROXY is %s',
		async (hosts) => {
			Object.assign(process.env, { HTTP_PROXY: proxy.url, NO_PROXY: hosts });
			await test.run();
			expect(test.requests.length).toBeGreaterThan(0);
			expect(proxy.asked).toEqual([]);
		},
	);

	it('says what to do if the proxy requires a login', async () => {
		process.env.HTTP_PROXY = proxy.url;
		proxy.refuseWith(407);
		const { error } = await test.run();
		expect(error?.message).toContain('answered 407 (a web page (HTML))');
		expect(error?.description).toContain('Put it into HTTPS_PROXY');
		expect(test.requests).toEqual([]);
	});
});

describe('every operation, if no proxy listens', () => {
	// All at the same time: they wait much and do little.
	const tests = REQUESTING.map(({ type, parameters }) => new NodeTest(type, parameters));

	it('reports that nothing was sent', async () => {
		process.env.HTTP_PROXY = `http://127.0.0.1:${CLOSED_PORT}`;
		for (const { error } of await Promise.all(tests.map(async (test) => await test.run()))) {
			expect(error?.message).toContain('refused the connection');
			expect(error?.context?.outcome).toBe('notSent');
		}
		for (const { requests } of tests) expect(requests).toEqual([]);
	});
});

const [request, , verify] = casesOf(ants);

describe('an encrypted request', () => {
	const test = new NodeTest(verify.type, verify.parameters);
	const certificates = getCACertificates('default');
	const { cert, key } = selfSigned();
	let provider: Server;
	let host: string;
	beforeEach(async () => {
		provider = createServer({ cert, key }, (request, response) => {
			request.resume();
			response.setHeader('content-type', 'application/json');
			response.end(JSON.stringify({ otpId: 'any', result: true }));
		});
		await new Promise<void>((listening) => provider.listen(0, '127.0.0.1', listening));
		host = `localhost:${(provider.address() as AddressInfo).port}`;
		process.env.HTTPS_PROXY = proxy.url;
	});
	afterEach(async () => {
		setDefaultCACertificates(certificates);
		provider.closeAllConnections();
		await new Promise((closed) => provider.close(closed));
	});

	const run = async () => await test.run({ credential: { baseUrl: `https://${host}` } });

	it('goes through a tunnel if n8n knows the certificate', async () => {
		// What NODE_EXTRA_CA_CERTS does for a process that starts.
		setDefaultCACertificates([...certificates, cert]);
		const { error, output } = await run();
		expect(error).toBeUndefined();
		expect(output[0].json).toMatchObject({ verified: true });
		expect(proxy.asked).toEqual([host]);
	});

	it('is not sent if n8n does not know the certificate, as behind an inspecting proxy', async () => {
		const { error } = await run();
		expect(error?.message).toBe(
			`ANTS could not be reached safely: the certificate of ${host} was not accepted [item 0]`,
		);
		expect(error?.description).toContain('NODE_EXTRA_CA_CERTS');
		expect(proxy.asked).toEqual([host]);
	});

	it.each([407, 403, 502])('reports that the proxy answered %i', async (status) => {
		proxy.refuseWith(status);
		const { error } = await run();
		expect(error?.message).toBe(`ANTS answered ${status} (a web page (HTML)) [item 0]`);
		expect(error?.httpCode).toBe(String(status));
	});
});

describe('the login of the proxy', () => {
	const test = new NodeTest(request.type, request.parameters);

	it('is read from its address', async () => {
		const { port } = new URL(proxy.url);
		process.env.HTTP_PROXY = `http://name:p%40ss@127.0.0.1:${port}`;
		const { error } = await test.run();
		expect(error).toBeUndefined();
		expect(proxy.logins).toEqual([`Basic ${Buffer.from('name:p@ss').toString('base64')}`]);
	});
});
