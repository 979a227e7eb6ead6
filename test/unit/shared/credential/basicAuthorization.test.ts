import { basicAuthorization } from '../../../../nodes/shared/credential/authenticated';

it.each([
	// The example of RFC 7617 section 2, and the UTF-8 one of section 2.1.
	['Aladdin', 'open sesame', 'Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=='],
	['test', '123£', 'Basic dGVzdDoxMjPCow=='],
	['', '', 'Basic Og=='],
	[undefined, null, 'Basic Og=='],
	[1, 2, 'Basic MToy'],
])('writes %j and %j', (username, password, expected) => {
	expect(basicAuthorization(username, password)).toBe(expected);
});
