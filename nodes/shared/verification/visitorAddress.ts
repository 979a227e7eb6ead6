import { plainText } from '../values';

/** Networks that say nothing about who the visitor is: a proxy's, a container's, the machine's own. */
const PRIVATE_V4 =
	/^(0|10|127)\.|^169\.254\.|^172\.(1[6-9]|2\d|3[01])\.|^192\.168\.|^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./;
const PRIVATE_V6 = /(0{4}:){7}000[01]|^f[cd]|^fe[89ab]/;
const V4 = /^\d{1,3}(\.\d{1,3}){3}$/;
const MAPPED_V4 = /^::ffff:(?=\d+\.)/i;
const GROUPS = 8;
/** Groups of an IPv6 network that one customer has: /64. */
const GROUPS_OF_NETWORK = 4;

/** An IPv6 address with all its groups of four digits; '' if it is none. */
function fullV6(address: string): string {
	const [head, tail] = address.split('::').map((half) => (half === '' ? [] : half.split(':')));
	const missing = tail === undefined ? 0 : GROUPS - head.length - tail.length;
	const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...(tail ?? [])];
	const isAddress =
		groups.length === GROUPS && groups.every((group) => /^[\da-f]{1,4}$/i.test(group));
	return isAddress ? groups.map((group) => group.toLowerCase().padStart(4, '0')).join(':') : '';
}

/**
 * By what sends are counted for a visitor: the IPv4 address, or the IPv6 network of one customer (/64).
 *
 * @returns '' if the address is private or unknown: behind a proxy that n8n does not know, all visitors would have it
 */
export function visitorAddress(ip: unknown): string {
	const address = plainText(ip).replace(/%.*/, '').replace(MAPPED_V4, '');
	if (V4.test(address)) return PRIVATE_V4.test(address) ? '' : address;
	const full = fullV6(address);
	if (PRIVATE_V6.test(full)) return '';
	return full.split(':').slice(0, GROUPS_OF_NETWORK).join(':');
}
