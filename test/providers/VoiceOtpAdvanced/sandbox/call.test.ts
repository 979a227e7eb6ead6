import { post, sandboxForTests } from '../../../sandbox/tests/client';
import { cmLogin } from '../sandbox';

const sandbox = sandboxForTests();
const good = { caller: '+31612345670', callee: '+31612345678', code: 'A1' };
const send = (body: object) => post(`${sandbox.current.baseUrls.cmVoice}/OTP`, body, cmLogin);

describe('what the callee hears', () => {
	const prompts = {
		...{ 'intro-prompt': 'Hello', 'code-prompt': 'Your code is', 'outro-prompt': 'Bye' },
		'replay-prompt': 'Press 1 to hear it again',
	};
	const heard = async (body: object) => {
		await send({ ...good, ...body });
		const [entry] = sandbox.current.state.inbox;
		return entry.kind === 'call' ? entry.heard : [];
	};

	it('consists of the prompts in order', async () => {
		expect(await heard(prompts)).toEqual(['Hello', 'Your code is', 'A, 1', 'Bye']);
		expect(await heard({ ...prompts, 'max-replays': 2 })).toEqual([
			...['Hello', 'Your code is', 'A, 1', 'Press 1 to hear it again', 'Bye'],
		]);
		expect(await heard({ ...prompts, 'max-replays': 2, 'auto-replay': true })).toEqual([
			...['Hello', 'Your code is', 'A, 1', 'Your code is', 'A, 1', 'Your code is', 'A, 1', 'Bye'],
		]);
	});

	it('contains the text of SSML, and the name of a file', async () => {
		const ssml = '<speak>Hello <break time="1s"/>you</speak>';
		expect(await heard({ 'intro-prompt': ssml, 'intro-prompt-type': 'TTS_SSML' })).toEqual([
			...['Hello you', 'A, 1'],
		]);
		expect(await heard({ 'outro-prompt': 'bye.wav', 'outro-prompt-type': 'File' })).toEqual([
			...['A, 1', '(audio file bye.wav)'],
		]);
	});

	it('is empty if nobody answers', async () => {
		sandbox.current.configure({ outcomes: { '31612345678': 'notAnswered' } });
		expect(await heard(prompts)).toEqual([]);
		const outcome = 'notAnswered';
		expect(sandbox.current.state.inbox).toMatchObject([{ code: '', outcome }]);
	});
});
