import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { NodeTest } from './nodeTest';
import { antBuddyCreate, antsRequest, cmCreate, THAILAND, VIETNAM } from './operations';

type Run = (parameters: INodeParameters) => Promise<IDataObject[]>;

/** Runs an operation in the ways that give different outputs. */
type Outputs = (run: Run, test: NodeTest) => Promise<IDataObject[]>;

/** A node and, by `resource operation`, what each of its operations puts out. */
interface NodeOutputs {
	type: NodeTest['type'];
	/** What the sandbox answers although no document names it: nothing to promise to a user. */
	madeUp: string[];
	outputs: Record<string, Outputs>;
}

const antBuddyCall = antBuddyCreate.parameters;
const cmCall = cmCreate.parameters;
const otpRequest = antsRequest.parameters;

async function all(run: Run, ...parameters: INodeParameters[]): Promise<IDataObject[]> {
	const outputs = [];
	for (const each of parameters) outputs.push(...(await run(each)));
	return outputs;
}

const verified =
	(call: INodeParameters): Outputs =>
	async (run, { sandbox }) => {
		const [made] = await run(call);
		const challenge = made.challenge as string;
		const { code } = sandbox.state.inbox[0];
		const verify = { resource: 'code', operation: 'verify', code };
		return await all(run, { ...verify, challenge }, { ...verify, challenge: 'malformed' });
	};

export const nodeOutputs: NodeOutputs[] = [
	{
		type: 'antBuddyVoiceOtp',
		madeUp: ['id', 'otp', 'status', 'created_date'],
		outputs: {
			'call create': async (run) =>
				await all(run, antBuddyCall, { ...antBuddyCall, codeSource: 'provider' }),
			'call getAll': async (run) => {
				await run(antBuddyCall);
				return await run({ resource: 'call', operation: 'getAll' });
			},
			'code verify': verified(antBuddyCall),
		},
	},
	{
		type: 'antsSmsOtp',
		madeUp: [],
		outputs: {
			'otp request': async (run) => await run(otpRequest),
			'otp resend': async (run) => {
				const [{ otcId }] = await run(otpRequest);
				const resend = { resource: 'otp', operation: 'resend' };
				const [first] = await run({ ...resend, otcId: otcId as string });
				const second = { ...resend, resendBy: 'otpId', otpId: first.otpId as string };
				return [first, ...(await run(second))];
			},
			'otp verify': async (run, { sandbox }) => {
				const [made] = await run(otpRequest);
				const otpId = made.otpId as string;
				const { code: otpCode } = sandbox.state.inbox[0];
				const verify = { resource: 'otp', operation: 'verify', otpId, otpCode };
				return await all(run, { ...verify, otpCode: 'mismatch' }, verify, {
					...verify,
					otpId: 'not found',
				});
			},
		},
	},
	{
		type: 'voiceOtpAdvanced',
		madeUp: [],
		outputs: {
			'call create': async (run) =>
				await all(
					run,
					{ ...cmCall, options: { instructionId: 'order 1' } },
					{ ...cmCall, callees: `${VIETNAM}, ${THAILAND}` },
				),
			'code verify': verified(cmCall),
		},
	},
];
