import { LONGEST_ID, otcIdField, otpIdField } from '../../../../nodes/Ants/otp/fields';
import { shapesOf } from '../../support/shape';

it('both are texts that must not be left out, of up to 200 characters', () => {
	expect(LONGEST_ID).toBe(200);
	expect(shapesOf([otcIdField, otpIdField])).toEqual([
		{ name: 'otcId', type: 'string', default: '', required: true },
		{ name: 'otpId', type: 'string', default: '', required: true },
	]);
});

it('are told apart where they are shown', () => {
	expect([otcIdField.displayName, otpIdField.displayName]).toEqual(['OTC ID', 'OTP ID']);
	expect(otcIdField.description).not.toBe(otpIdField.description);
});
