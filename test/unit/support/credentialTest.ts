import type {
	ICredentialDataDecryptedObject,
	ICredentialTestFunction,
	ICredentialTestFunctions,
} from 'n8n-workflow';

/** An answer as n8n's older helper gives it. */
export interface OldAnswer {
	statusCode: number;
	headers: Record<string, string>;
	body?: Buffer | string;
}

export const answerOf = (statusCode: number, body?: unknown, headers = {}): OldAnswer => ({
	...{ statusCode, headers },
	body: body === undefined || typeof body === 'string' ? body : Buffer.from(JSON.stringify(body)),
});

/** Calls a credential's test as n8n does. @returns the verdict, and what was asked */
export async function pressTest(
	test: ICredentialTestFunction,
	data: ICredentialDataDecryptedObject,
	respond: (options: { uri: string }) => OldAnswer,
) {
	const request = jest.fn(
		async (options: { uri: string }) => await Promise.resolve(respond(options)),
	);
	const context = { helpers: { request } } as unknown as ICredentialTestFunctions;
	const verdict = await test.call(context, { id: '1', name: 'n', type: 't', data });
	return { verdict, asked: request.mock.calls.map(([options]) => options) };
}

/** The message for each answer, or OK. */
export const judging =
	(test: ICredentialTestFunction, data: ICredentialDataDecryptedObject) =>
	async (...answer: Parameters<typeof answerOf>): Promise<string> => {
		const { verdict } = await pressTest(test, data, () => answerOf(...answer));
		return verdict.status === 'OK' ? 'OK' : verdict.message;
	};
