import fc from 'fast-check';
import { matchEvents } from '../../../../nodes/VoiceOtpAdvanced/call/matchEvents';

const [vietnam, thailand, holland] = ['+84919273027', '+66812345678', '+31612345678'];

/** The IDs of the events that were matched with these recipients, '' for none. */
const idsOf = (asked: string[], events: Array<Record<string, unknown>>) =>
	asked.map((recipient) => matchEvents(asked, events as never).get(recipient)?.id ?? '');

it.each([
	'+84919273027',
	'84919273027',
	'0084 919 273 027',
	'+84 919-273-027',
	'tel:+84919273027',
	'＋84919273027',
	'0919 273 027',
	'919273027',
	84919273027,
])('finds the recipient of the callee %j', (callee) => {
	expect(idsOf([thailand, vietnam], [{ id: 1, callee }])).toEqual(['', 1]);
});

it.each([
	'+31612345678',
	'+919273027',
	'00919273027',
	'tel:+919273027',
	'+8491927327',
	'273027x',
	'3027',
	'anonymous',
	'+84*****3027',
	true,
	{ number: vietnam },
])('finds nobody for the callee %j', (callee) => {
	expect(idsOf([thailand, vietnam], [{ id: 1, callee }])).toEqual(['', '']);
	if (typeof callee !== 'object') expect(idsOf([vietnam], [{ id: 1, callee }])).toEqual(['']);
});

it.each([
	['+352621123456', '621 123 456'],
	['+352123456', '123456'],
	['+84900123456', '0900 123 456'],
])('finds %s by its national number %s', (recipient, callee) => {
	expect(idsOf([recipient, thailand], [{ id: 1, callee }])).toEqual([1, '']);
});

it.each([
	['191', '91'],
	['lobby', 'anonymous'],
])('does not find %s, which is sent unchanged, by %s', (recipient, callee) => {
	expect(idsOf([recipient, thailand], [{ id: 1, callee }])).toEqual(['', '']);
});

it('finds nobody for a national number that two recipients have', () => {
	const asked = ['+66812345678', '+84812345678'];
	expect(idsOf(asked, [{ id: 1, callee: '0812345678' }])).toEqual(['', '']);
	expect(idsOf(asked, [{ id: 1, callee: '84812345678' }])).toEqual(['', 1]);
});

it('finds a number that is sent unchanged by its text', () => {
	const asked = [vietnam, '84919273027', 'lobby'];
	const events = [
		{ id: 1, callee: 'lobby' },
		{ id: 2, callee: '84919273027' },
	];
	expect(idsOf(asked, events)).toEqual(['', 2, 1]);
});

it('goes by no place: events without a callee are nobody’s', () => {
	expect(idsOf([vietnam, thailand], [{ id: 1 }, { id: 2, callee: null }])).toEqual(['', '']);
	expect(idsOf([vietnam, thailand], [{ id: 1 }])).toEqual(['', '']);
	expect(idsOf([vietnam], [{ id: 1 }, { id: 2 }])).toEqual(['']);
	expect(idsOf([vietnam, thailand], [{ id: 1 }, { id: 2, callee: thailand }])).toEqual(['', 2]);
});

it('gives the one callee the one event without a callee', () => {
	expect(idsOf([vietnam], [{ id: 1 }])).toEqual([1]);
	expect(idsOf([vietnam], [{ id: 1, callee: {} }])).toEqual([1]);
});

it('gives as many refusals without a callee to those who are left', () => {
	const refused = { success: false };
	const events = [
		{ id: 1, ...refused },
		{ id: 2, callee: thailand },
		{ id: 3, ...refused },
	];
	expect(idsOf([vietnam, thailand, holland], events)).toEqual([1, 2, 3]);
	expect(idsOf([vietnam, thailand, holland], events.slice(0, 2))).toEqual(['', 2, '']);
	expect(idsOf([vietnam, thailand], [{ id: 1, ...refused }, { id: 2 }])).toEqual(['', '']);
});

it('keeps the event that reports a call, whichever comes first', () => {
	const events = [
		{ id: 1, callee: vietnam, success: false },
		{ id: 2, callee: vietnam, success: true },
	];
	expect(idsOf([vietnam], events)).toEqual([2]);
	expect(idsOf([vietnam], [...events].reverse())).toEqual([2]);
});

it('never gives an event to somebody else, whatever the order and the form', () => {
	const number = fc.stringMatching(/^\+[1-9][0-9]{8,13}$/);
	const form = fc.constantFrom(
		(e164: string) => e164,
		(e164: string) => e164.slice(1),
		(e164: string) => `00${e164.slice(1)}`,
		(e164: string) => `+${[...e164.slice(1)].join(' ')}`,
		(e164: string) => `0${e164.slice(3)}`,
		() => undefined,
	);
	fc.assert(
		fc.property(
			fc.uniqueArray(fc.tuple(number, form, fc.boolean()), {
				minLength: 2,
				maxLength: 5,
				selector: ([e164]) => e164,
			}),
			fc.nat(),
			(people, turn) => {
				const events = people
					.filter(([, , isPresent]) => isPresent)
					.map(([e164, write]) => ({ id: e164, callee: write(e164) }));
				const turned = [...events.slice(turn % 5), ...events.slice(0, turn % 5)];
				const asked = people.map(([e164]) => e164);
				for (const [recipient, event] of matchEvents(asked, turned as never))
					expect([undefined, recipient]).toContain(event?.id);
			},
		),
	);
});

it('matches ten thousand events at once', () => {
	const asked = Array.from({ length: 10_000 }, (_, index) => `+8491${1_000_000 + index}`);
	const events = asked.map((callee) => ({ callee: `0${callee.slice(3)}` })).reverse();
	const started = performance.now();
	expect([...matchEvents(asked, events).values()].every((event) => event !== undefined)).toBe(true);
	expect(performance.now() - started).toBeLessThan(8_000);
});
