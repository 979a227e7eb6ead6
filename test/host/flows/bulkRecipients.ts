import axios from 'axios';
import { readFile } from 'node:fs/promises';

import type { Person } from './support/browser';
import type { FlowTest } from './support/flowTest';

export function bulkRecipients(flow: FlowTest): void {
	let person: Person;

	beforeEach(async () => {
		person = await flow.person({ username: 'bulk', password: flow.host.setup.secret });
	});
	afterEach(async () => await person.leave());

	/** Uploads a list. @returns the text of the last page, and the rows of the downloaded report */
	const upload = async (csv: string) => {
		await person.open(flow.form('text-a-list'));
		const file = { name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
		await person.page.locator('input[type=file]').setInputFiles(file);
		const downloaded = person.page.waitForEvent('download');
		await person.press();
		const page = await person.sees('The report downloads by itself');
		const download = await downloaded;
		expect(download.suggestedFilename()).toMatch(/^texted-[\d-]+\.csv$/);
		const report = await readFile(await download.path(), 'utf8');
		const [header, ...rows] = report
			.replace(/^\ufeff/, '')
			.trim()
			.split(/\r?\n/);
		expect(header).toBe('phone,result,why,otpId');
		return { page, rows };
	};
	const sentTo = (digits: string) => flow.host.sandbox.state.acceptedFor(digits);

	it('texts each valid number once, and reports who was not texted and why', async () => {
		const match = { provider: 'ants', recipient: '66812349004' } as const;
		flow.host.sandbox.addFault({ match, do: { providerStatus: '0307' } });
		const { page, rows } = await upload(
			[
				'Name,Phone',
				'first,081 234 9001',
				'same person,+66 81 234 9001',
				'foreign,+84 919 273 301',
				'not a number,12345',
				'refused,0812349004',
				'last,0812349005',
			].join('\n'),
		);
		expect(page).toContain('3 texted, 2 not');
		const [first, foreign, last, ...others] = rows;
		for (const [row, number] of [
			[first, '081 234 9001'],
			[foreign, '+84 919 273 301'],
			[last, '0812349005'],
		]) {
			expect(row).toMatch(/^[^,]+,texted,,[\da-f-]{36}$/);
			expect(row).toContain(number);
		}
		expect(others).toHaveLength(2);
		expect(others[0]).toMatch(/^12345,not texted,.*“12345” is not a valid phone number/);
		expect(others[1]).toMatch(/^0812349004,not texted,.*Invalid Number/);
		const numbers = ['66812349001', '84919273301', '66812349005', '66812349004'];
		expect(numbers.map(sentTo)).toEqual([1, 1, 1, 0]);
	});

	it('reports when everyone was texted, and when nobody was', async () => {
		const all = await upload('phone\n0812349006\n0812349007\n');
		expect(all.page).toContain('2 texted, 0 not');
		expect(all.rows).toHaveLength(2);
		const none = await upload('phone\n1\n2\n');
		expect(none.page).toContain('0 texted, 2 not');
		expect(none.rows).toHaveLength(2);
	});

	it('reports each row without a mobile number, and texts nobody for it', async () => {
		const { page, rows } = await upload('phone\nN/A\nunknown\n02 123 4567\n081 234 9009\n');
		expect(page).toContain('1 texted, 3 not');
		expect(rows).toHaveLength(4);
		expect(rows.filter((row) => row.includes('it holds no phone number'))).toHaveLength(2);
		expect([sentTo('66812349009'), sentTo('6621234567')]).toEqual([1, 0]);
	});

	it('refuses visitors of its form who have no login', async () => {
		const knock = { proxy: false, validateStatus: () => true } as const;
		expect((await axios.get(flow.form('text-a-list'), knock)).status).toBe(401);
		const list = { 'field-0': 'phone\n0812349008\n' };
		expect((await axios.postForm(flow.form('text-a-list'), list, knock)).status).toBe(401);
		expect(sentTo('66812349008')).toBe(0);
	});
}
