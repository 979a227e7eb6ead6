import type { IDataObject } from 'n8n-workflow';
import { readSettings } from '../../../../nodes/shared/verification/settings';
import { FakeTrigger } from '../../support/trigger';

const read = (parameters: IDataObject = {}, options: unknown = {}, lang: unknown = '') => {
	const trigger = new FakeTrigger(parameters);
	trigger.options = options as IDataObject;
	return readSettings(trigger.functions({}), lang);
};
const refusal = (parameters: IDataObject, options: IDataObject = {}) => {
	try {
		read(parameters, options);
	} catch (thrown) {
		const { message, description } = thrown as Error & { description: string };
		return `${message}. ${description}`;
	}
	return undefined;
};

afterEach(() => jest.restoreAllMocks());

it('has a default for all that the builder leaves out', () => {
	const defaults = {
		language: 'en',
		texts: { title: '', introduction: '', buttonLabel: '', doneText: '' },
		respond: 'page',
		redirectUrl: '',
		hasNotVerifiedOutput: false,
		maxAttempts: 3,
		limits: { coolDown: 60_000, sendsPerNumber: 5, sendsPerAddress: 20, sendsInAll: 100 },
		codeLength: 6,
		expiresIn: 300_000,
		defaultCountry: undefined,
		allowedOrigins: [],
	};
	expect(read()).toEqual(defaults);
	for (const options of [undefined, null, [], 'text']) expect(read({}, options)).toEqual(defaults);
	expect(read({ respond: '', language: '', pageTitle: '' }, { coolDown: '' })).toEqual(defaults);
});

it('takes what the builder set, with times in milliseconds', () => {
	const texts = { pageTitle: 'a', introduction: 'b', buttonLabel: 'c', doneText: 'd' };
	const caps = { sendsPerNumber: 1, sendsPerAddress: 2, sendsInAll: 3 };
	const options = { ...caps, maxAttempts: 4, coolDown: 0, codeLength: 8, expiresIn: 60 };
	const given = { ...texts, language: 'th', notVerifiedOutput: true };
	expect(read(given, { ...options, defaultCountry: 'TH' })).toMatchObject({
		...{ texts: { title: 'a', introduction: 'b', buttonLabel: 'c', doneText: 'd' } },
		...{ language: 'th', hasNotVerifiedOutput: true, maxAttempts: 4, defaultCountry: 'TH' },
		...{ limits: { ...caps, coolDown: 0 }, codeLength: 8, expiresIn: 60_000 },
	});
});

it('takes only the texts and the address of the chosen way to respond', () => {
	const given = { doneText: 'Done', redirectUrl: 'https://a.example/done' };
	const chosen = (respond: string) => {
		const { texts, redirectUrl } = read({ ...given, respond });
		return [texts.doneText, redirectUrl];
	};
	expect(chosen('page')).toEqual(['Done', '']);
	expect(chosen('redirect')).toEqual(['', 'https://a.example/done']);
	expect(chosen('workflowResult')).toEqual(['', '']);
});

it.each([
	['vi', 'th', 'vi'],
	['', 'th', 'th'],
	['fr', 'th', 'th'],
	['fr', 'fr', 'en'],
	['', 'vi-VN,vi;q=0.9,en;q=0.8', 'vi'],
	['', 'fr-FR, TH-th;q=0.9, vi', 'th'],
	['VI_vn', '', 'vi'],
	['', 'fr;q=0.9,en', 'en'],
	['', 'virtual,thai', 'en'],
	['', '*', 'en'],
	[['vi'], { th: 1 }, 'en'],
])('speaks, where the address says %j and the builder %j, %s', (lang, language, spoken) => {
	expect(read({ language: language as string }, {}, lang).language).toBe(spoken);
});

it('shows the page in English where an expression of its look cannot be evaluated', () => {
	const functions = new FakeTrigger({ respond: 'redirect' }).functions({});
	const { getNodeParameter } = functions;
	const failing = (names: string[]) => {
		const parameter = (name: string, fallback: unknown) => {
			if (names.includes(name)) throw new Error('no $json here');
			return name === 'redirectUrl' ? 'https://a.example' : getNodeParameter(name, fallback);
		};
		return readSettings(Object.assign(functions, { getNodeParameter: parameter }), '');
	};
	expect(failing(['language', 'pageTitle', 'introduction', 'buttonLabel'])).toMatchObject({
		...{ language: 'en', respond: 'redirect', redirectUrl: 'https://a.example' },
		texts: { title: '', introduction: '', buttonLabel: '' },
	});
	expect(() => failing(['redirectUrl'])).toThrow('no $json here');
});

it.each([
	['*', []],
	['', []],
	['https://a.example, *', []],
	['https://a.example', ['https://a.example']],
	[' https://a.example,https://b.example ', ['https://a.example', 'https://b.example']],
	['https://a.example\n,  https://b.example,', ['https://a.example', 'https://b.example']],
])('allows, with %j, the websites %j', (allowedOrigins, allowed) => {
	expect(read({}, { allowedOrigins }).allowedOrigins).toEqual(allowed);
});

it.each([
	['Max Attempts', 'maxAttempts', 1, 10],
	['Cool-Down', 'coolDown', 0, 3600],
	['Sends per Number', 'sendsPerNumber', 1, 100],
	['Sends per Address', 'sendsPerAddress', 1, 10_000],
	['Sends in All', 'sendsInAll', 1, 10_000],
])('refuses a value of %s that would lift a limit', (label, name, least, most) => {
	const limits = `a whole number from ${least} to ${most}`;
	for (const value of [least - 1, most + 1, 1.5, 'many', true])
		expect(refusal({}, { [name]: value })).toBe(
			`${label} is “${value}”, which is not ${limits}. Set ${label} to ${limits}.`,
		);
	for (const value of [least, most, String(most)])
		expect(refusal({}, { [name]: value })).toBeUndefined();
});

it.each([
	['Page Title', 'pageTitle'],
	['Introduction', 'introduction'],
	['Button Label', 'buttonLabel'],
	['Done Text', 'doneText'],
])('refuses a %s that no page can show', (label, name) => {
	expect(refusal({ [name]: 'x'.repeat(500) })).toBeUndefined();
	expect(refusal({ [name]: 'x'.repeat(501) })).toContain(`Shorten ${label} to 500 characters`);
	expect(refusal({ [name]: {} })).toContain(`Give ${label} a text`);
});

it('says which setting cannot be used', () => {
	expect(refusal({ respond: 'later' })).toContain('one of: page, redirect, workflowResult');
	expect(refusal({ respond: 'redirect' })).toContain('Redirect URL is empty');
	expect(refusal({ notVerifiedOutput: 'maybe' })).toContain(
		'Set Not Verified Output to true or false',
	);
	expect(refusal({}, { codeLength: 3 })).toContain('Code Length');
	expect(refusal({}, { expiresIn: 'soon' })).toContain('Expires In');
	expect(refusal({}, { allowedOrigins: {} })).toContain('Allowed Origins');
});
