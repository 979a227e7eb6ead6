import { LONGEST_ID, otcIdField, otpIdField } from '../../../../nodes/Ants/otp/fields';
import { shapesOf } from '../../support/shape';

it('are required texts of up to 200 characters', () => {
	expect(LONGEST_ID).toBe(200);
	expect(shapesOf([otcIdField, otpIdField])).toEqual([
		{ name: 'otcId', type: 'string', default: '', required: true },
		{ name: 'otpId', type: 'string', default: '', required: true },
	]);
});

it('have different labels and descriptions', () => {
	expect([otcIdField.displayName, otpIdField.displayName]).toEqual(['OTC ID', 'OTP ID']);
	expect(otcIdField.description).not.toBe(otpIdField.description);
});
