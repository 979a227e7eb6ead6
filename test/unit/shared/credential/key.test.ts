import { sealOf } from '../../../../nodes/shared/credential/key';

describe('the seal of a code', () => {
	it('is the same for the same code and secret, and another for another', async () => {
		const seals = await Promise.all([
			...['1234', '1234', '1235'].map(async (code) => await sealOf('a secret', code)),
			sealOf('another secret', '1234'),
		]);
		expect(seals[1]).toBe(seals[0]);
		expect(new Set(seals).size).toBe(3);
	});

	it('names the key and the code by tags of 16 bytes each', async () => {
		const [key, code, ...rest] = (await sealOf('a secret', '1234')).split('.');
		expect([key, code].map((tag) => Buffer.from(tag, 'base64url').length)).toEqual([16, 16]);
		expect(rest).toEqual([]);
		const other = (await sealOf('a secret', '1235')).split('.');
		expect([other[0] === key, other[1] === code]).toEqual([true, false]);
	});
});
