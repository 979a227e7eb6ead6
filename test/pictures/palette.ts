import { constants, crc32, deflateSync, inflateSync } from 'node:zlib';

/** The pixels of a picture, 3 bytes each, row by row. */
interface Pixels {
	width: number;
	height: number;
	rgb: Buffer;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOURS = 256;

/**
 * The same picture with 256 colours, which an editor hardly has more of: a third of the size. Colours are left out by
 * how rare they are, and the pixels that had them get the nearest one.
 *
 * @param png - as Chromium writes it: 8 bits for a channel, RGB or RGBA, not interlaced
 */
export function inPalette(png: Buffer): Buffer {
	const { width, height, rgb } = decode(png);
	const counts = new Map<number, number>();
	for (let at = 0; at < rgb.length; at += 3) {
		const colour = rgb.readUIntBE(at, 3);
		counts.set(colour, (counts.get(colour) ?? 0) + 1);
	}
	const palette = [...counts]
		.sort(([first, more], [second, fewer]) => fewer - more || first - second)
		.slice(0, COLOURS)
		.map(([colour]) => colour);
	const places = new Map(palette.map((colour, place) => [colour, place]));
	const lines = Buffer.alloc((width + 1) * height);
	for (let at = 0, pixel = 0; at < rgb.length; at += 3, pixel++) {
		const colour = rgb.readUIntBE(at, 3);
		if (!places.has(colour)) places.set(colour, nearest(palette, colour));
		const row = Math.floor(pixel / width);
		lines[row * (width + 1) + 1 + (pixel % width)] = places.get(colour)!;
	}
	const table = Buffer.alloc(palette.length * 3);
	palette.forEach((colour, place) => table.writeUIntBE(colour, place * 3, 3));
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([8, 3], 8);
	const data = deflateSync(lines, { level: 9, strategy: constants.Z_DEFAULT_STRATEGY });
	return Buffer.concat([
		SIGNATURE,
		chunk('IHDR', header),
		chunk('PLTE', table),
		chunk('IDAT', data),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

function nearest(palette: number[], colour: number): number {
	const distance = (other: number) =>
		[16, 8, 0].reduce((sum, bits) => {
			const difference = ((colour >> bits) & 0xff) - ((other >> bits) & 0xff);
			return sum + difference * difference;
		}, 0);
	const distances = palette.map(distance);
	return distances.indexOf(Math.min(...distances));
}

function chunk(type: string, data: Buffer): Buffer {
	const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const frame = Buffer.alloc(8);
	frame.writeUInt32BE(data.length, 0);
	frame.writeUInt32BE(crc32(named), 4);
	return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}

/** @throws when the picture is not one of those described above */
export function decode(png: Buffer): Pixels {
	if (!png.subarray(0, 8).equals(SIGNATURE)) throw new Error('This is no PNG');
	const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
	const [depth, type, , , interlaced] = png.subarray(24, 29);
	const channels = new Map([
		[2, 3],
		[6, 4],
	]).get(type);
	if (depth !== 8 || channels === undefined || interlaced !== 0)
		throw new Error(`A PNG of type ${type} with ${depth} bits is not one of Chromium’s`);
	const parts: Buffer[] = [];
	for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
		if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
			parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
	}
	const bytes = unfiltered(inflateSync(Buffer.concat(parts)), width * channels, channels);
	const rgb = Buffer.alloc(width * height * 3);
	for (let pixel = 0; pixel < width * height; pixel++)
		bytes.copy(rgb, pixel * 3, pixel * channels, pixel * channels + 3);
	return { width, height, rgb };
}

/** Undoes PNG's filters, of which every line names one in its first byte. */
function unfiltered(lines: Buffer, length: number, step: number): Buffer {
	const bytes = Buffer.alloc((lines.length / (length + 1)) * length);
	for (let row = 0; row * length < bytes.length; row++) {
		const filter = lines[row * (length + 1)];
		for (let column = 0; column < length; column++) {
			const at = row * length + column;
			const left = column >= step ? bytes[at - step] : 0;
			const above = row > 0 ? bytes[at - length] : 0;
			const corner = column >= step && row > 0 ? bytes[at - length - step] : 0;
			const expected = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter];
			bytes[at] = lines[row * (length + 1) + 1 + column] + expected;
		}
	}
	return bytes;
}

function paeth(left: number, above: number, corner: number): number {
	const [toLeft, toAbove, toCorner] = [left, above, corner].map((value) =>
		Math.abs(left + above - corner - value),
	);
	if (toLeft <= toAbove && toLeft <= toCorner) return left;
	return toAbove <= toCorner ? above : corner;
}
