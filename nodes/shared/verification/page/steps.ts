import { isNumber, readText } from '../../numbers/readings';
import { html, nothing } from './html';
import type { Html } from './html';
import { badges } from './badges';
import { describedBy, messageOf, waitOf } from './message';
import { languages } from './texts/languages';
import type { Texts } from './texts/texts';
import type { PageView } from './view';

/** What makes one page: its heading is the document's title too. */
export interface Step {
	badge: Html;
	heading: string;
	body: Html;
}

/** A form without an address goes to the page's own, with its query. */
const form = (fields: Html) => html`<form method="post">${fields}</form>`;

/** What the trigger gets back unseen. Firefox keeps what a hidden field held before a reload, unless told not to. */
const hidden = ({ request, reference, challenge }: PageView): Html[] =>
	Object.entries({ request, reference, challenge }).flatMap(([name, value]) =>
		value ? [html`<input type="hidden" name="${name}" value="${value}" autocomplete="off" />`] : [],
	);

const button = (action: string, label: string) =>
	html`<button name="action" value="${action}">${label}</button>`;
const mainButton = (action: string, label: string) =>
	html`<button class="main" name="action" value="${action}">${label}</button>`;

const lead = (text: string | Html) => html`<p class="lead">${text}</p>`;

function numberStep(view: PageView, texts: Texts): Step {
	return {
		badge: badges.phone,
		heading: view.title || texts.title,
		body: html`${lead(view.introduction || texts.introduction)} ${messageOf(view)}
		${form(
			html`${hidden(view)}
				<label for="phoneNumber">${texts.numberLabel}</label>
				<p class="hint" id="hint">${texts.numberHint}</p>
				<input
					id="phoneNumber"
					name="phoneNumber"
					type="tel"
					inputmode="tel"
					autocomplete="tel"
					value="${view.phoneNumber ?? ''}"
					autofocus${describedBy(view, 'hint')}
				/>
				${mainButton('send', view.buttonLabel || texts.sendButton)}`,
		)}`,
	};
}

/** A number with spaces where its country has them, so that a person sees a wrong digit. */
function readable(phoneNumber: string): string {
	const reading = readText(phoneNumber);
	return isNumber(reading) ? reading.number.formatInternational() : phoneNumber;
}

/** A code by another way, to another number, or once more. */
function others(view: PageView, texts: Texts): Html {
	const { channel = 'text', otherChannel, resendAfter = 0, message, language } = view;
	// The message about the cool-down says already how long it takes.
	const isLater = resendAfter > 0 && message?.key !== 'coolDown';
	const noCode = isLater ? texts.noCodeYet(waitOf(resendAfter, language)) : texts.noCode;
	const other = otherChannel ? button('other', texts.otherButton[otherChannel]) : nothing;
	return html`<div class="others" role="group" aria-labelledby="noCode">
		<p id="noCode">${noCode}</p>
		<div>
			${button('resend', texts.resendButton[channel])} ${other}
			${button('restart', texts.restartButton)}
		</div>
	</div>`;
}

/** Enter in the field presses the form's first button, which checks the code. */
function codeStep(view: PageView, texts: Texts): Step {
	const { channel = 'text', phoneNumber = '' } = view;
	const [before, after] = texts.codeSent[channel].split('{phoneNumber}');
	return {
		badge: badges[channel],
		heading: texts.codeTitle,
		body: html`${lead(html`${before}<strong>${readable(phoneNumber)}</strong>${after}`)}
		${messageOf(view)}
		${form(
			html`${hidden(view)}
				<label for="code">${texts.codeLabel(view.codeLength)}</label>
				<input
					id="code"
					name="code"
					inputmode="numeric"
					autocomplete="one-time-code"
					autofocus${describedBy(view)}
				/>
				${mainButton('check', texts.checkButton)} ${others(view, texts)}`,
		)}`,
	};
}

const doneStep = (view: PageView, texts: Texts): Step => ({
	badge: badges.done,
	heading: texts.doneTitle,
	body: lead(view.doneText || texts.doneText),
});

function closedStep(view: PageView, texts: Texts): Step {
	// Somebody who went back and sent the code once more has what they came for.
	if (view.message?.key === 'alreadyVerified')
		return { ...doneStep(view, texts), body: lead(texts.messages.alreadyVerified({})) };
	const again = mainButton('restart', texts.startAgainButton);
	return {
		badge: badges.closed,
		heading: texts.closedTitle,
		body: html`${messageOf(view)} ${form(html`${hidden(view)} ${again}`)}`,
	};
}

const STEPS = { number: numberStep, code: codeStep, done: doneStep, closed: closedStep };

/** The page of the view's step, in its language. */
export const stepOf = (view: PageView): Step => STEPS[view.step](view, languages[view.language]);
