import { visitorAddress } from '../../../../nodes/shared/verification/visitorAddress';

it.each([
	['203.0.113.7', '203.0.113.7'],
	[' 203.0.113.7 ', '203.0.113.7'],
	['::ffff:203.0.113.7', '203.0.113.7'],
	['::FFFF:203.0.113.7', '203.0.113.7'],
	['110.0.0.1', '110.0.0.1'],
	['2001:db8:1:2:3:4:5:6', '2001:0db8:0001:0002'],
	['2001:DB8:1:2:ffff::', '2001:0db8:0001:0002'],
	['2001:db8::1', '2001:0db8:0000:0000'],
	['2001:db8:1:2:3:4:5:6%eth0', '2001:0db8:0001:0002'],
	['2001::', '2001:0000:0000:0000'],
])('counts %s as %s', (ip, counted) => {
	expect(visitorAddress(ip)).toBe(counted);
});

it('counts the addresses of one customer together, and those of the next apart', () => {
	const own = visitorAddress('2001:db8:1:2::1');
	expect(visitorAddress('2001:db8:1:2:ffff:ffff:ffff:ffff')).toBe(own);
	expect(visitorAddress('2001:db8:1:3::1')).not.toBe(own);
});

it.each([
	...['0.0.0.1', '10.1.2.3', '127.0.0.1', '169.254.1.1', '192.168.0.1', '::ffff:10.1.2.3'],
	...['172.16.0.1', '172.19.0.1', '172.20.0.1', '172.29.0.1', '172.30.0.1', '172.31.255.255'],
	...['100.64.0.1', '100.69.0.1', '100.70.0.1', '100.99.0.1', '100.100.0.1', '100.119.0.1'],
	...['100.120.0.1', '100.127.255.255'],
	...[
		'::1',
		'::',
		'fc00::1',
		'fd12::1',
		'FD12::1',
		'fe80::1%eth0',
		'fe90::1',
		'fea0::1',
		'febf::1',
	],
])('does not count %s, which many visitors may share', (ip) => {
	expect(visitorAddress(ip)).toBe('');
});

it.each([
	...['1.10.0.1', '1.127.0.1', '9.0.0.1', '11.0.0.1', '126.0.0.1', '128.0.0.1', '169.253.1.1'],
	...['1.169.254.1', '172.15.0.1', '172.32.0.1', '1.172.16.1', '192.167.1.1', '1.192.168.1'],
	...['100.63.0.1', '100.128.0.1', '100.130.0.1', '1.100.64.1'],
])('counts %s, which is next to a private network', (ip) => {
	expect(visitorAddress(ip)).toBe(ip);
});

it.each([
	'::2',
	'fec0::1',
	'fe7f::1',
	'fb00::1',
	'2001:fc00::1',
	'2001:fe80::1',
	'1::1',
	'0:0:0:0:0:0:1:1',
])('counts the network of %s, which is next to a private one', (ip) => {
	expect(visitorAddress(ip)).not.toBe('');
});

it.each([
	...[undefined, '', 'unknown', '203.0.113', '203.0.113.7.9', '203.0.113.1234', 'a203.0.113.7'],
	...['203.0.113.7:443', '203.0.113.', '203.0.113.7a', '203.0.113.7::', '1::ffff:2.3.4.5'],
	...['2001:db8', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9', '1:2:3:4:5:6:7:8::9', '2001:db8:12345::1'],
	...['2001:db8:xyz::1', '2001:db8:1x::1', '2001:db8:x1::1', ':', ':::'],
])('does not count %s, which is no address', (ip) => {
	expect(visitorAddress(ip)).toBe('');
});
