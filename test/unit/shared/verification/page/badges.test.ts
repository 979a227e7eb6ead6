import { badges } from '../../../../../nodes/shared/verification/page/badges';

const drawings = Object.entries(badges).map(([name, { text }]) => ({ name, text }));

it.each(drawings)('draws $name, unseen by screen readers', ({ name, text }) => {
	expect(text).toMatch(
		/^<div class="badge( good)?"><svg viewBox[^>]* aria-hidden="true"><\w+ .*><\/svg>/,
	);
	expect(text.includes('good')).toBe(name === 'done');
});

it('draws each badge differently', () => {
	expect(new Set(drawings.map(({ text }) => text)).size).toBe(5);
});
