import fc from 'fast-check';
import { plainText } from '../../../nodes/shared/values';

it.each([
	[' text\n', 'text'],
	[0, '0'],
	[12.5, '12.5'],
	[false, 'false'],
	[true, 'true'],
])('is the text of %j', (value, expected) => {
	expect(plainText(value)).toBe(expected);
});

it.each([[undefined], [null], [{}], [['x']], [{ toString: 1 }], [' ']])(
	'is empty for %j',
	(value) => {
		expect(plainText(value)).toBe('');
	},
);

it('never throws, whatever a JSON value is', () => {
	fc.assert(
		fc.property(fc.anything({ withNullPrototype: true }), (value) => {
			expect(plainText(value)).toBe(plainText(value).trim());
		}),
	);
});
