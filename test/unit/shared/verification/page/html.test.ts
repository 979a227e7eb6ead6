import { Html, html, nothing } from '../../../../../nodes/shared/verification/page/html';

it('escapes what is inserted', () => {
	expect(html`<p title="${`<a href="x">'&'</a>`}">${'a < b'}</p>`.text).toBe(
		'<p title="&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;">a &lt; b</p>',
	);
	expect(html`${6}${'\\n'}`.text).toBe('6\\n');
});

it('inserts HTML as it is, one or several', () => {
	const items = ['<', '>'].map((text) => html`<b>${text}</b>`);
	expect(html`<p>${items}${nothing}</p>`.text).toBe('<p><b>&lt;</b><b>&gt;</b></p>');
	expect(html`${new Html('<br>')}`.text).toBe('<br>');
});
