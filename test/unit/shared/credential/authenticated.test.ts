import type { IHttpRequestOptions } from 'n8n-workflow';
import {
	basicAuthorization,
	wasAuthenticated,
	withLogin,
} from '../../../../nodes/shared/credential/authenticated';

afterEach(() => jest.restoreAllMocks());

const signalOf = (options: IHttpRequestOptions) => options.abortSignal as AbortSignal;

/** Time-outs that end when the test says so. */
function manualTimeouts() {
	const ends: AbortController[] = [];
	const timeout = jest.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
		const over = new AbortController();
		ends.push(over);
		return over.signal;
	});
	return { ends, timeout };
}

describe('withLogin', () => {
	it('notes that the request may go out', () => {
		const credential = { password: 'p' };
		expect(wasAuthenticated(credential)).toBe(false);
		withLogin(credential, { url: 'x' }, {});
		expect([wasAuthenticated(credential), wasAuthenticated({ password: 'p' })]).toEqual([
			true,
			false,
		]);
	});

	it('adds the login to the headers in a copy of the request', () => {
		const options = { url: 'x', headers: { Accept: 'application/json', A: '1' } };
		expect(withLogin({}, options, { A: '2', B: '3' })).toEqual({
			url: 'x',
			headers: { Accept: 'application/json', A: '2', B: '3' },
		});
		expect(options).toEqual({ url: 'x', headers: { Accept: 'application/json', A: '1' } });
	});

	it('sets no deadline without a time-out', () => {
		const cancelled = new AbortController().signal;
		expect(withLogin({}, { url: 'x' }, {})).not.toHaveProperty('abortSignal');
		expect(signalOf(withLogin({}, { url: 'x', abortSignal: cancelled }, {}))).toBe(cancelled);
	});

	it('ends the request after its time-out, counted from authenticate on', () => {
		const { ends, timeout } = manualTimeouts();
		const signal = signalOf(withLogin({}, { url: 'x', timeout: 1234 }, {}));
		expect(timeout.mock.calls).toEqual([[1234]]);
		expect(signal.aborted).toBe(false);
		ends[0].abort();
		expect(signal.aborted).toBe(true);
	});

	it('ends the request when n8n cancels the execution', () => {
		manualTimeouts();
		const cancelling = new AbortController();
		const options = { url: 'x', timeout: 1234, abortSignal: cancelling.signal };
		const signal = signalOf(withLogin({}, options, {}));
		expect(signal.aborted).toBe(false);
		cancelling.abort();
		expect(signal.aborted).toBe(true);
	});

	it('ends a request that n8n repeats after the first of its two time-outs', () => {
		const { ends } = manualTimeouts();
		const second = signalOf(withLogin({}, withLogin({}, { url: 'x', timeout: 5 }, {}), {}));
		expect([ends.length, second.aborted]).toEqual([2, false]);
		ends[0].abort();
		expect(second.aborted).toBe(true);
	});
});

describe('basicAuthorization', () => {
	it.each([
		// The example of RFC 7617 section 2, and the UTF-8 one of section 2.1.
		['Aladdin', 'open sesame', 'Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=='],
		['test', '123£', 'Basic dGVzdDoxMjPCow=='],
		['', '', 'Basic Og=='],
		[undefined, null, 'Basic Og=='],
		[1, 2, 'Basic MToy'],
	])('writes %j and %j', (username, password, expected) => {
		expect(basicAuthorization(username, password)).toBe(expected);
	});
});
