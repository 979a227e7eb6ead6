import { antBuddyLogin } from '../../providers/AntBuddy/sandbox/login';
import { account, antsLogin } from '../../providers/Ants/sandbox';
import { cmLogin } from '../../providers/VoiceOtpAdvanced/sandbox';
import { get, post, sandboxForTests } from './client';

const { otcId } = account;
const sandbox = sandboxForTests();
const page = async (path = '/') => (await get(`${sandbox.current.url}${path}`)).data as string;
const sms = (mobile: string) =>
	post(`${sandbox.current.baseUrls.ants}/otp/requestOTP`, { otcId, mobile }, antsLogin);
const call = (more: object) =>
	post(
		`${sandbox.current.baseUrls.cmVoice}/OTP`,
		{ caller: '+31612345670', callee: '+31612345678', code: '0123', ...more },
		cmLogin,
	);

it('says that nothing was sent', async () => {
	expect(await page()).toContain('Nothing here yet');
	expect(await page()).not.toContain('<article');
});

it('shows every entry with its provider, number, time and code, newest first', async () => {
	const phone = { alarm_phonenumber: '0919273027', otp: '445566' };
	const login = await antBuddyLogin(sandbox.current);
	await post(`${sandbox.current.baseUrls.antBuddy}/voice-otp/`, phone, login);
	await sms('66123456789');
	await call({ 'intro-prompt': 'Hello' });
	const [, { code }] = sandbox.current.state.inbox;
	const entries = (await page()).split('<article').slice(1);
	expect(entries).toHaveLength(3);
	for (const [i, words] of [
		[
			...['data-to="31612345678"', 'Voice OTP Advanced', '+31612345678', 'Call to'],
			...['<p class="code">0123</p>', '<li>Hello</li><li>0, 1, 2, 3</li>', 'from +31612345670'],
		],
		[
			...['data-to="66123456789"', 'ANTS SMS OTP', '+66123456789', 'SMS to'],
			...[`<p class="code">${code}</p>`, `Your OTP is ${code}`],
		],
		[
			...['data-to="0919273027"', 'AntBuddy Voice OTP', '>0919273027<'],
			...['<p class="code">445566</p>', 'Your code is'],
		],
	].entries()) {
		for (const word of words) expect(entries[i]).toContain(word);
		expect(entries[i].match(/class="code"/g)).toHaveLength(1);
		expect(entries[i]).toContain(`datetime="${sandbox.current.state.inbox[i].at}"`);
	}
	expect(entries[2]).not.toContain('class="caller"');
});

it('escapes everything from a request', async () => {
	const evil = `<img src=x onerror="alert('1')">&$&`;
	await call({ 'intro-prompt': evil, 'outro-prompt': evil, code: '<b>' });
	for (const path of ['/', '/inbox-entries']) {
		const html = await page(path);
		expect(html).not.toContain('<img');
		expect(html).not.toContain('<b>');
		expect(html).toContain(
			'<li>&#60;img src=x onerror=&#34;alert(&#39;1&#39;)&#34;&#62;&#38;$&#38;</li>',
		);
		expect(html).toContain('<p class="code">&#60;b&#62;</p>');
	}
});

it('says why a recipient got nothing, and hides the code', async () => {
	sandbox.current.configure({
		outcomes: { '31612345678': 'notAnswered', '66123456789': 'expired' },
	});
	await call({});
	await sms('66123456789');
	const html = await page();
	expect(html).toContain('<p class="failure">Not answered</p>');
	expect(html).toContain('<p class="failure">Expired before it could be delivered</p>');
	expect(html).not.toContain('class="code"');
});

it('filters by number and limits the entries', async () => {
	for (const mobile of ['66123456789', '66123456780', '66123456781']) await sms(mobile);
	const count = async (path: string) => (await page(path)).split('<article').length - 1;
	expect(await count('/')).toBe(3);
	expect(await count('/?limit=2')).toBe(2);
	expect(await count('/inbox-entries?to=66123456780')).toBe(1);
});

it('loads nothing from elsewhere, and refreshes itself', async () => {
	const { data: html, headers } = await get(`${sandbox.current.url}/`);
	expect(headers['content-type']).toContain('text/html');
	expect(html).not.toMatch(/https?:\/\//);
	expect(html).not.toMatch(/<script[^>]+src|<link[^>]+stylesheet|@import/);
	expect(html).toContain("fetch('inbox-entries'");
	expect(html).toContain('setTimeout(refresh, 1000)');
	expect(html).toContain('color-scheme: light dark');
});
