import { constants, crc32, deflateSync, inflateSync } from 'node:zlib';
import { decode, inPalette } from '../../pictures/palette';

const chunk = (type: string, data: Buffer) => {
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	const named = Buffer.concat([Buffer.from(type), data]);
	const sum = Buffer.alloc(4);
	sum.writeUInt32BE(crc32(named));
	return Buffer.concat([length, named, sum]);
};

/** A picture of 8 bits for a channel; each line is its filter and its bytes, as filtered. */
function png(width: number, lines: number[][], type = 2): Buffer {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(lines.length, 4);
	header.set([8, type], 8);
	return Buffer.concat([
		Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
		chunk('IHDR', header),
		chunk('IDAT', deflateSync(Buffer.from(lines.flat()), { level: constants.Z_BEST_SPEED })),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

const partOf = (picture: Buffer, type: string): Buffer => {
	const at = picture.indexOf(type);
	return picture.subarray(at + 4, at + 4 + picture.readUInt32BE(at - 4));
};

/** The pixels of a picture with a palette, 3 bytes each. */
function pixelsOf(picture: Buffer): number[] {
	const table = partOf(picture, 'PLTE');
	const width = partOf(picture, 'IHDR').readUInt32BE(0);
	const lines = [...inflateSync(partOf(picture, 'IDAT'))];
	const places = lines.filter((_, at) => at % (width + 1) !== 0);
	return places.flatMap((place) => [...table.subarray(place * 3, place * 3 + 3)]);
}

it.each([
	['none', [0, 1, 2, 3, 4, 5, 6]],
	['the pixel to the left', [1, 1, 2, 3, 3, 3, 3]],
])('undoes the filter by %s', (_, line) => {
	expect([...decode(png(2, [line])).rgb]).toEqual([1, 2, 3, 4, 5, 6]);
});

it.each([
	['the pixel above', [2, 6, 6, 6, 6, 6, 6]],
	['the middle of both', [3, 7, 7, 8, 5, 5, 5]],
	['the nearest of three', [4, 6, 6, 6, 3, 3, 3]],
])('undoes the filter by %s', (_, line) => {
	const { rgb } = decode(png(2, [[0, 1, 2, 3, 4, 5, 6], line]));
	expect([...rgb.subarray(6)]).toEqual([7, 8, 9, 10, 11, 12]);
});

it('takes no more of four channels than the colours', () => {
	expect([...decode(png(2, [[0, 1, 2, 3, 255, 4, 5, 6, 255]], 6)).rgb]).toEqual([1, 2, 3, 4, 5, 6]);
});

it('refuses what Chromium does not write', () => {
	expect(() => decode(Buffer.from('GIF89a'))).toThrow('no PNG');
	expect(() => decode(png(1, [[0, 1]], 0))).toThrow('type 0');
});

it('keeps every pixel of a picture with up to 256 colours', () => {
	const pixels = Array.from({ length: 256 }, (_, value) => [value, 255 - value, value ^ 0x55]);
	const picture = png(256, [[0, ...pixels.flat()]]);
	expect(pixelsOf(inPalette(picture))).toEqual(pixels.flat());
});

it('gives the rarest colours the nearest of the others', () => {
	const often = Array.from({ length: 256 }, (_, value) => [value, 0, 0]);
	const line = [...often, ...often, [9, 1, 0]].flat();
	const pixels = pixelsOf(inPalette(png(513, [[0, ...line]])));
	expect(pixels.slice(-3)).toEqual([9, 0, 0]);
	expect(pixels.slice(0, -3)).toEqual(line.slice(0, -3));
});
