import { connect } from 'node:net';
import { account, antsLogin } from '../../providers/Ants/sandbox';
import type { Effect } from '../server';
import { sandboxForTests } from './client';

const { otcId } = account;
const mobile = '66123456789';

/** A sandbox, and the request for an SMS that the tests of effects send to it. */
export function sandboxUnderFault() {
	const sandbox = sandboxForTests();
	return {
		sandbox,
		once: (effect: Effect) => sandbox.current.addFault({ match: {}, times: 1, do: effect }),
		send: (timeout = 2000) =>
			fetch(`${sandbox.current.baseUrls.ants}/otp/requestOTP`, {
				method: 'POST',
				headers: { ...antsLogin, 'content-type': 'application/json' },
				body: JSON.stringify({ otcId, mobile }),
				signal: AbortSignal.timeout(timeout),
			}),
		/** The bytes that the server writes to a separate connection. */
		bytesAnswered: () => bytesAnswered(sandbox.current.url),
		counted: () => {
			const { accepted, refused } = sandbox.current.state.counters;
			return { accepted: accepted.total, refused };
		},
	};
}

async function bytesAnswered(url: string): Promise<string> {
	const { port, host } = new URL(url);
	const socket = connect(Number(port), '127.0.0.1');
	const body = JSON.stringify({ otcId, mobile });
	socket.write(
		`POST /ants/otp/requestOTP HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\n` +
			`Authorization: ${antsLogin.Authorization}\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
	);
	let answer = '';
	for await (const chunk of socket) answer += chunk;
	return answer;
}
