const { AntBuddyApi } = require('./dist/credentials/AntBuddyApi.credentials.js');
const { AntsApi } = require('./dist/credentials/AntsApi.credentials.js');
const { CmVoiceApi } = require('./dist/credentials/CmVoiceApi.credentials.js');
const { AntBuddyVoiceOtp } = require('./dist/nodes/AntBuddyVoiceOtp/AntBuddyVoiceOtp.node.js');
const { AntsSmsOtp } = require('./dist/nodes/AntsSmsOtp/AntsSmsOtp.node.js');
const { VoiceOtpAdvanced } = require('./dist/nodes/VoiceOtpAdvanced/VoiceOtpAdvanced.node.js');
const { AntsSmsOtpTrigger } = require('./dist/nodes/AntsSmsOtpTrigger/AntsSmsOtpTrigger.node.js');
const {
	VoiceOtpAdvancedTrigger,
} = require('./dist/nodes/VoiceOtpAdvancedTrigger/VoiceOtpAdvancedTrigger.node.js');

module.exports = {
	AntBuddyApi,
	AntsApi,
	CmVoiceApi,
	AntBuddyVoiceOtp,
	AntsSmsOtp,
	VoiceOtpAdvanced,
	AntsSmsOtpTrigger,
	VoiceOtpAdvancedTrigger,
};
