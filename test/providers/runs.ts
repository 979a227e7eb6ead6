import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Outputs, RunOperation } from './contract';
import { VIETNAM } from './samples';

/** Posts to the sandbox without a node. @returns the JSON of the answer */
export async function postJson(
	url: string,
	body: object,
	headers: Record<string, string> = {},
): Promise<IDataObject> {
	const answer = await fetch(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body: JSON.stringify(body),
	});
	return (await answer.json()) as IDataObject;
}

/** Runs an operation once with each of these parameter sets. */
export async function runAll(
	run: RunOperation,
	...parameters: INodeParameters[]
): Promise<IDataObject[]> {
	const outputs = [];
	for (const each of parameters) outputs.push(...(await run(each)));
	return outputs;
}

/** The outputs of Code: Verify for the code of this call, and for a malformed challenge. */
export const codeVerify =
	(call: INodeParameters): Outputs =>
	async (run, { state }) => {
		const [{ challenge }] = await run(call);
		const { code } = state.inbox[0];
		const verify = { resource: 'code', operation: 'verify', code };
		return await runAll(
			run,
			{ ...verify, challenge: challenge as string },
			{ ...verify, challenge: 'malformed' },
		);
	};

/** The outputs of Number: Check for a number that can be reached, one that cannot, and a text that is no number. */
export const numberCheck: Outputs = async (run) => {
	const check = { resource: 'number', operation: 'check' };
	const numbers = [VIETNAM, '+979 123 456 789', 'N/A'];
	return await runAll(run, ...numbers.map((phoneNumber) => ({ ...check, phoneNumber })));
};
