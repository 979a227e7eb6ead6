import { createHash } from 'node:crypto';
import { Html } from './html';

// The fonts are those of the person's device: nothing is loaded.
const style = `
:root {
	color-scheme: light dark;
	--behind: #eef1f6; --page: #fff; --text: #131a26; --soft: #4d586a; --edge: #7a869a; --line: #dfe4ec; --field: #fff;
	--accent: #1f4fd1; --accent-strong: #173da6; --on-accent: #fff; --tint: #e8eefc;
	--notice: #fdf3e3; --notice-text: #6d3a00; --notice-edge: #b8690a;
	--good: #14693c; --good-tint: #e4f5eb;
}
@media (prefers-color-scheme: dark) {
	:root {
		--behind: #0c1017; --page: #161c27; --text: #eef2f8; --soft: #aab5c6; --edge: #75829a; --line: #2a3343; --field: #0f141d;
		--accent: #9dbcff; --accent-strong: #c0d4ff; --on-accent: #0b1938; --tint: #1f2c4a;
		--notice: #33270f; --notice-text: #ffdca6; --notice-edge: #d9a04a;
		--good: #86e0ab; --good-tint: #143223;
	}
}
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
	min-height: 100vh; min-height: 100svh; margin: 0; padding: 1.5rem 1rem; display: grid; place-items: center;
	background: var(--behind); color: var(--text); overflow-wrap: break-word;
	font: 1.0625rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Thai", "Helvetica Neue", Arial, sans-serif;
}
main {
	width: 100%; max-width: 26.5rem; padding: 2.25rem; border: 1px solid var(--line); border-radius: 1.25rem;
	background: var(--page); box-shadow: 0 1px 2px rgb(16 24 40 / .05), 0 12px 32px rgb(16 24 40 / .08);
}
.badge {
	display: grid; place-items: center; width: 3.25rem; height: 3.25rem; margin-bottom: 1.25rem; border-radius: 1rem;
	background: var(--tint); color: var(--accent);
}
.badge.good { background: var(--good-tint); color: var(--good); border-radius: 50%; }
h1 { margin: 0; font-size: 1.5rem; line-height: 1.35; font-weight: 650; text-wrap: balance; }
.lead { margin: .5rem 0 0; color: var(--soft); white-space: pre-line; text-wrap: pretty; }
.lead strong { color: var(--text); font-weight: 600; white-space: nowrap; }
form { margin-top: 1.5rem; }
.notice {
	margin: 1.25rem 0 0; padding: .75rem 1rem; border-left: 4px solid var(--notice-edge); border-radius: .5rem;
	background: var(--notice); color: var(--notice-text); text-wrap: pretty;
}
label { display: block; font-weight: 600; }
.hint { margin: 0; color: var(--soft); font-size: .9375rem; }
input {
	display: block; width: 100%; min-height: 3.25rem; margin-top: .5rem; padding: .625rem .875rem;
	border: 1px solid var(--edge); border-radius: .75rem; background: var(--field); color: inherit;
	font: inherit; font-size: 1.1875rem; font-variant-numeric: tabular-nums;
}
input[aria-invalid] { border: 2px solid var(--notice-edge); }
#code { font-size: 1.625rem; font-weight: 600; letter-spacing: .25em; text-align: center; text-indent: .25em; }
button { min-height: 2.75rem; border: 0; border-radius: .75rem; font: inherit; font-weight: 600; cursor: pointer; }
.main {
	width: 100%; min-height: 3.25rem; margin-top: 1rem; padding: .625rem 1rem; background: var(--accent); color: var(--on-accent);
}
.main:hover { background: var(--accent-strong); }
.others { margin-top: 1.5rem; padding-top: 1.25rem; border-top: 1px solid var(--line); }
.others p { margin: 0 0 .25rem; color: var(--soft); font-size: .9375rem; text-wrap: pretty; }
.others div { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin: 0 -.625rem; }
.others button { padding: .375rem .625rem; background: none; color: var(--accent); font-size: 1rem; text-align: left; }
.others button:hover { background: var(--tint); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
@media (max-width: 30rem) {
	body { padding: 0; place-items: start stretch; background: var(--page); }
	main { max-width: none; padding: 2rem 1.25rem; border: 0; border-radius: 0; box-shadow: none; }
}
@media (forced-colors: active) {
	.badge, .main, .notice { border: 1px solid; }
}
`;

/** The only style, the same on every page, so that the Content Security Policy can name it by its hash. */
export const styleElement = new Html(`<style>${style}</style>`);

/** What the Content Security Policy names the style by. */
export const styleHash = `sha256-${createHash('sha256').update(style).digest('base64')}`;
