import type { Language } from '../../../nodes/shared/verification/page/page';

export interface Look {
	language: Language;
	colorScheme: 'light' | 'dark';
}

/** Every language, light and dark. */
export const looks = (['en', 'vi', 'th'] as const).flatMap((language) =>
	(['light', 'dark'] as const).map((colorScheme): Look => ({ language, colorScheme })),
);
