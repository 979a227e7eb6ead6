import { reportFields, reportOptions } from '../../../../nodes/Ants/otp/fields';
import { failureOf } from '../../support/failure';
import { itemOf } from '../../support/item';
import { shapesOf } from '../../support/shape';

const fieldsFor = async (options: object) =>
	reportFields((await itemOf({ parameters: { options } as never })).item);

it('sends the fields that were set, under the names of the document', async () => {
	expect(await fieldsFor({})).toStrictEqual({});
	expect(await fieldsFor({ notifyUrl: '', notifyContentType: null, callbackData: ' ' })).toEqual(
		{},
	);
	expect(await fieldsFor({ notifyUrl: null, callbackData: null })).toEqual({});
	const all = {
		notifyUrl: 'https://example.com/report',
		notifyContentType: 'application/json',
		callbackData: 'order 1',
	};
	expect(await fieldsFor({ ...all, timeout: 1000 })).toEqual(all);
});

it('sends data of a workflow as the JSON that it was', async () => {
	const order = { order: [1] };
	expect(await fieldsFor({ callbackData: order })).toEqual({ callbackData: '{"order":[1]}' });
	expect(await fieldsFor({ callbackData: 1234 })).toEqual({ callbackData: '1234' });
	expect(await fieldsFor({ callbackData: 'x'.repeat(4000) })).toEqual({
		callbackData: 'x'.repeat(4000),
	});
});

it.each([
	[{ notifyUrl: 'example.com' }, 'Notify URL “example.com” is not a web address'],
	[{ notifyContentType: 'xml' }, 'Notify Content Type is “xml”, which is not among its values'],
	[
		{ callbackData: 'x'.repeat(4001) },
		'Callback Data is 4001 characters long; at most 4000 are possible',
	],
])('refuses what cannot be sent', async (options, message) => {
	expect(await failureOf(async () => await fieldsFor(options))).toMatchObject({
		message,
		outcome: 'notSent',
	});
});

it('offers the three fields of the document', () => {
	expect(shapesOf(reportOptions)).toEqual([
		{ name: 'callbackData', type: 'string', default: '' },
		{
			name: 'notifyContentType',
			type: 'options',
			default: 'application/json',
			values: ['application/json'],
		},
		{ name: 'notifyUrl', type: 'string', default: '' },
	]);
});
