import type { Texts } from './texts';

export const vi: Texts = {
	title: 'Xác minh số điện thoại',
	introduction:
		'Nhập số điện thoại của bạn. Bạn sẽ nhận được mã trên điện thoại này để xác nhận đó là số của bạn.',
	numberLabel: 'Số điện thoại',
	numberHint: 'Kèm mã quốc gia, ví dụ +84 hoặc +66',
	sendButton: 'Nhận mã',

	codeTitle: 'Nhập mã xác minh',
	codeSent: {
		call: 'Vui lòng nghe máy khi chúng tôi gọi đến số {phoneNumber} và nhập mã bạn nghe được.',
		text: 'Chúng tôi đã gửi tin nhắn có mã đến số {phoneNumber}.',
	},
	codeLabel: (digits) => (digits === undefined ? 'Mã' : `Mã gồm ${digits} chữ số`),
	checkButton: 'Xác nhận',
	noCode: 'Không nhận được mã?',
	noCodeYet: (wait) => `Chưa nhận được mã? Bạn có thể yêu cầu mã khác sau ${wait}.`,
	resendButton: { call: 'Gọi lại cho tôi', text: 'Gửi lại mã' },
	otherButton: { call: 'Gọi cho tôi', text: 'Nhắn tin cho tôi' },
	restartButton: 'Dùng số khác',

	doneTitle: 'Số của bạn đã được xác minh',
	doneText: 'Cảm ơn bạn. Bạn có thể đóng trang này.',

	closedTitle: 'Số của bạn chưa được xác minh',
	startAgainButton: 'Bắt đầu lại',

	messages: {
		invalidNumber: () => 'Vui lòng kiểm tra lại số. Số cần có mã quốc gia, ví dụ +84 hoặc +66.',
		notAllowed: () => 'Chúng tôi không thể gửi mã đến số này. Vui lòng dùng số khác.',
		coolDown: ({ wait }) =>
			wait === undefined
				? 'Mã đang được gửi đến bạn. Vui lòng đợi một lát trước khi yêu cầu mã khác.'
				: `Mã đang được gửi đến bạn. Bạn có thể yêu cầu mã khác sau ${wait}.`,
		tooManySends: ({ wait }) =>
			`Hiện không thể gửi thêm mã. Vui lòng thử lại sau${wait === undefined ? '' : ` ${wait}`}.`,
		unavailable: () =>
			'Hiện chúng tôi chưa thể thực hiện yêu cầu này. Vui lòng thử lại sau vài phút.',
		mismatch: ({ attemptsLeft }) =>
			attemptsLeft === undefined
				? 'Mã không đúng. Vui lòng kiểm tra và thử lại.'
				: `Mã không đúng. Bạn còn ${attemptsLeft} lần thử.`,
		expired: () => 'Mã này đã hết hạn. Vui lòng yêu cầu mã mới.',
		tooManyAttempts: () => 'Bạn đã thử quá nhiều lần. Vui lòng yêu cầu mã mới.',
		alreadyVerified: () => 'Số này đã được xác minh.',
		malformed: () => 'Trang này không còn hiệu lực. Vui lòng bắt đầu lại.',
		emptyCode: () => 'Vui lòng nhập mã.',
	},
};
