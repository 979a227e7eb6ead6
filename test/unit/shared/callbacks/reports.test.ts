import type { IDataObject } from 'n8n-workflow';
import { readReports } from '../../../../nodes/shared/callbacks/reports';
import type { Report } from '../../../../nodes/shared/callbacks/reports';

const form = {
	isReport: ({ id }: IDataObject) => id !== undefined,
	toReport: ({ id }: IDataObject, { batch }: IDataObject) =>
		({ status: 'unknown', id, batch }) as Report,
};
const read = (body: unknown) => readReports(body, form);
const below = (levels: number, inner: unknown): unknown =>
	levels === 0 ? inner : { data: below(levels - 1, inner) };

it.each(['details', 'detail', 'results', 'result', 'events', 'event', 'reports', 'data'])(
	'reads reports under %s, with what stands beside them',
	(key) => {
		expect(read({ batch: 1, [key]: [{ id: 1 }, { id: 2 }] })).toEqual([
			{ status: 'unknown', id: 1, batch: 1 },
			{ status: 'unknown', id: 2, batch: 1 },
		]);
	},
);

it('reads reports five levels down, and takes deeper ones for a body that it does not know', () => {
	expect(read(below(5, { id: 1 }))).toEqual([{ status: 'unknown', id: 1, batch: undefined }]);
	expect(read(below(6, { id: 1 }))).toMatchObject([{ report: below(6, { id: 1 }) }]);
	expect(read([[[[[{ id: 1 }]]]]])).toMatchObject([{ id: 1 }]);
	expect(read([[[[[[{ id: 1 }]]]]]])).toMatchObject([{ report: [[[[[[{ id: 1 }]]]]]] }]);
});

it.each([undefined, null, '', {}, [], [{}, null, ['']], { data: { other: '' } }])(
	'reads none in %j, which says nothing',
	(body) => {
		expect(read(body)).toEqual([]);
	},
);

it.each([0, false, 'x', { other: [0] }])('takes %j for one report, and masks it', (body) => {
	expect(read(body)).toEqual([{ status: 'unknown', report: body }]);
	const mask = () => 'masked';
	expect(readReports(body, { ...form, mask })).toEqual([{ status: 'unknown', report: 'masked' }]);
});
