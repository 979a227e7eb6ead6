import { testUrl } from '../../../../nodes/shared/credential/fields';
import { evaluated } from '../../support/expression';

it.each(['https://a.example.com/v2', ' https://a.example.com/v2// '])(
	'puts the path of a test after the Base URL %j',
	(baseUrl) => {
		expect(evaluated(testUrl('/account'), { baseUrl })).toBe('https://a.example.com/v2/account');
	},
);
