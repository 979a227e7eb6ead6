import type { Channel, MessageKey } from '../view';

/** What a message can tell besides its key. */
export interface MessageDetails {
	/** How long to wait, such as “42 seconds” in the page's language. */
	wait?: string;
	attemptsLeft?: number;
}

/** All that the page says in one language. */
export interface Texts {
	/** Step `number`. The builder can replace title, introduction and button. */
	title: string;
	introduction: string;
	numberLabel: string;
	numberHint: string;
	sendButton: string;

	/** Step `code`. `{phoneNumber}` is where the number stands. */
	codeTitle: string;
	codeSent: Record<Channel, string>;
	/** @param digits unknown where the provider makes the code */
	codeLabel(digits?: number): string;
	checkButton: string;
	noCode: string;
	/** @param wait how long, such as “42 seconds” */
	noCodeYet(wait: string): string;
	resendButton: Record<Channel, string>;
	otherButton: Record<Channel, string>;
	restartButton: string;

	/** Step `done`. The builder can replace the text. */
	doneTitle: string;
	doneText: string;

	/** Step `closed`. */
	closedTitle: string;
	startAgainButton: string;

	messages: Record<MessageKey, (details: MessageDetails) => string>;
}
