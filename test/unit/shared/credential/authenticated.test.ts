import type { IHttpRequestOptions } from 'n8n-workflow';
import { withLogin } from '../../../../nodes/shared/credential/authenticated';

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

it('adds the login to the headers, and leaves the request it was given alone', () => {
	const options = { url: 'x', headers: { Accept: 'application/json', A: '1' } };
	expect(withLogin(options, { A: '2', B: '3' })).toEqual({
		url: 'x',
		headers: { Accept: 'application/json', A: '2', B: '3' },
	});
	expect(options).toEqual({ url: 'x', headers: { Accept: 'application/json', A: '1' } });
});

it('sets no end where there is no time-out', () => {
	const cancelled = new AbortController().signal;
	expect(withLogin({ url: 'x' }, {})).not.toHaveProperty('abortSignal');
	expect(signalOf(withLogin({ url: 'x', abortSignal: cancelled }, {}))).toBe(cancelled);
});

it('ends the request when its time-out is over, counted from here', () => {
	const { ends, timeout } = manualTimeouts();
	const signal = signalOf(withLogin({ url: 'x', timeout: 1234 }, {}));
	expect(timeout.mock.calls).toEqual([[1234]]);
	expect(signal.aborted).toBe(false);
	ends[0].abort();
	expect(signal.aborted).toBe(true);
});

it('ends it when n8n cancels, too', () => {
	manualTimeouts();
	const cancelling = new AbortController();
	const options = { url: 'x', timeout: 1234, abortSignal: cancelling.signal };
	const signal = signalOf(withLogin(options, {}));
	expect(signal.aborted).toBe(false);
	cancelling.abort();
	expect(signal.aborted).toBe(true);
});

it('gives the whole time again to a request that n8n hands in once more', () => {
	const { ends } = manualTimeouts();
	const cancelling = new AbortController();
	const options = { url: 'x', timeout: 1234, abortSignal: cancelling.signal };
	const first = withLogin(options, {});
	const second = signalOf(withLogin(first, {}));
	ends[0].abort();
	expect([signalOf(first).aborted, second.aborted]).toEqual([true, false]);
	cancelling.abort();
	expect(second.aborted).toBe(true);
});

it('gives it again where nothing can be cancelled', () => {
	const { ends } = manualTimeouts();
	const second = signalOf(withLogin(withLogin({ url: 'x', timeout: 5 }, {}), {}));
	ends[0].abort();
	expect(second.aborted).toBe(false);
	ends[1].abort();
	expect(second.aborted).toBe(true);
});
