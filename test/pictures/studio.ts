import type { Browser } from 'playwright-core';

import type { Editor } from '../host/editor';
import type { FlowHost } from '../host/flows/support/flowHost';
import type { Album } from './album';

/** What the scenes are taken with: an n8n with the examples in it, and a person in its editor. */
export interface Studio {
	host: FlowHost;
	browser: Browser;
	editor: Editor;
	album: Album;
}
