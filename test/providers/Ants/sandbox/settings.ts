import type { ProviderSandbox } from '../../../sandbox/providers/provider';
import { integer, number, oneOf } from '../../../sandbox/shared/validate';

declare module '../../../sandbox/settings' {
	interface Settings {
		/** Seconds. */
		antsCodeLifetime: number;
		/** The number of wrong codes after which a code is void. */
		antsMaxTries: number;
		/** The number of messages before 9995 Credit not enough. */
		antsCredit: number;
		antsStatusKey: 'success' | 'status';
		antsErrorHttpStatus: 200 | 400;
		antsErrorLanguage: 'en' | 'th';
	}
}

export const settings: ProviderSandbox['settings'] = {
	antsCodeLifetime: { initial: 300, check: number(0) },
	antsMaxTries: { initial: 3, check: integer(1) },
	antsCredit: { initial: 1_000_000, check: integer(0) },
	antsStatusKey: { initial: 'success', check: oneOf('success', 'status') },
	antsErrorHttpStatus: { initial: 200, check: oneOf(200, 400) },
	antsErrorLanguage: { initial: 'en', check: oneOf('en', 'th') },
};
