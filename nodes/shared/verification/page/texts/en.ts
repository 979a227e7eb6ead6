import type { Texts } from './texts';

// A line must not break between the number and its noun.
const attempts = (left: number) => (left === 1 ? 'one attempt' : `${left}\u00a0attempts`);

export const en: Texts = {
	title: 'Verify your phone number',
	introduction: 'Enter your number. You will get a code on this phone to confirm that it is yours.',
	numberLabel: 'Phone number',
	numberHint: 'With the country code, such as +84 or +66',
	sendButton: 'Get a code',

	codeTitle: 'Enter the code',
	codeSent: {
		call: 'Answer our call to {phoneNumber} and enter the code that you hear.',
		text: 'We sent a text message with the code to {phoneNumber}.',
	},
	codeLabel: (digits) => (digits === undefined ? 'Code' : `${digits}-digit code`),
	checkButton: 'Confirm',
	noCode: 'Didn’t get a code?',
	noCodeYet: (wait) => `No code yet? You can ask for another one in ${wait}.`,
	resendButton: { call: 'Call me again', text: 'Send again' },
	otherButton: { call: 'Call me instead', text: 'Text me instead' },
	restartButton: 'Use another number',

	doneTitle: 'Your number is verified',
	doneText: 'Thank you. You can close this page.',

	closedTitle: 'Your number is not verified yet',
	startAgainButton: 'Start again',

	messages: {
		invalidNumber: () => 'Please check the number. It needs the country code, such as +84 or +66.',
		notAllowed: () => 'We cannot send a code to this number. Please use another one.',
		coolDown: ({ wait }) =>
			wait === undefined
				? 'A code is on its way. Please wait a moment before you ask for another one.'
				: `A code is on its way. You can ask for another one in ${wait}.`,
		tooManySends: ({ wait }) =>
			`No more codes can be sent at the moment. Please try again ${wait === undefined ? 'later' : `in ${wait}`}.`,
		unavailable: () => 'We cannot do this right now. Please try again in a few minutes.',
		mismatch: ({ attemptsLeft }) =>
			attemptsLeft === undefined
				? 'That is not the code. Please check it and try again.'
				: `That is not the code. You have ${attempts(attemptsLeft)} left.`,
		expired: () => 'This code has expired. Please ask for a new one.',
		tooManyAttempts: () => 'There were too many attempts. Please ask for a new code.',
		alreadyVerified: () => 'This number has already been verified.',
		malformed: () => 'This page is out of date. Please start again.',
		emptyCode: () => 'Please enter the code.',
	},
};
