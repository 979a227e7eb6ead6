import fc from 'fast-check';

/**
 * Any text, lone surrogates included. fast-check's own `unit: 'binary'` makes a table of all code points for each
 * arbitrary, which takes longer than the tests.
 */
export const anyText = (constraints?: { minLength?: number; maxLength?: number }) =>
	fc
		.array(fc.integer({ min: 0, max: 0x10ffff }), constraints)
		.map((codePoints) => String.fromCodePoint(...codePoints));
