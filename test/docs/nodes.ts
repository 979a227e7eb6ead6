import type { INodeTypeDescription } from 'n8n-workflow';
// With the extension: without it tsx takes the codex file beside a node, <Node>.node.json.
import { AntBuddyVoiceOtp } from '../../nodes/AntBuddyVoiceOtp/AntBuddyVoiceOtp.node.ts';
import { AntsSmsOtp } from '../../nodes/AntsSmsOtp/AntsSmsOtp.node.ts';
import { AntsSmsOtpTrigger } from '../../nodes/AntsSmsOtpTrigger/AntsSmsOtpTrigger.node.ts';
import { VoiceOtpAdvanced } from '../../nodes/VoiceOtpAdvanced/VoiceOtpAdvanced.node.ts';
import { VoiceOtpAdvancedTrigger } from '../../nodes/VoiceOtpAdvancedTrigger/VoiceOtpAdvancedTrigger.node.ts';

/** What n8n is told about every node of the package, in the order of package.json. */
export const descriptions: INodeTypeDescription[] = [
	new AntBuddyVoiceOtp(),
	new AntsSmsOtp(),
	new VoiceOtpAdvanced(),
	new AntsSmsOtpTrigger(),
	new VoiceOtpAdvancedTrigger(),
].map(({ description }) => description);

export const descriptionOf = (name: string): INodeTypeDescription =>
	descriptions.find((description) => description.name === name)!;
