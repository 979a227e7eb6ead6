import type { Browser } from 'playwright-core';

import type { Editor } from '../host/editor';
import type { FlowHost } from '../host/flows/support/flowHost';
import type { Album } from './album';

/** What the scenes need: an n8n with the examples, a person in its editor, and the album. */
export interface Studio {
	host: FlowHost;
	browser: Browser;
	editor: Editor;
	album: Album;
}
