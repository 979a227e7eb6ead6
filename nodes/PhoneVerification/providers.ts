// Made by "npm run generate" from the folders that have a verification.ts.
import { verification as antBuddy } from '../AntBuddy/verification';
import { verification as ants } from '../Ants/verification';
import { verification as voiceOtpAdvanced } from '../VoiceOtpAdvanced/verification';

/** The providers that the Phone Verification Trigger offers. */
export const providers = [antBuddy, ants, voiceOtpAdvanced];
