import type {
	INodeCredentialDescription,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';
import { choice } from '../fields/kinds';
import type { Field } from '../fields/field';
import { propertiesOf } from '../fields/groups';
import type { PanelField } from '../fields/groups';
import { eventField } from '../panel/event';
import * as fields from './fields';
import { options } from './optionFields';
import type { VerificationProvider } from './verificationProvider';
import { FALLBACK, PROVIDER } from './visit';

const CHANNELS = { call: 'Calls and reads out a code', text: 'Texts a code' };

const choiceOf = ({ value, channel, provider }: VerificationProvider): INodePropertyOptions => ({
	value,
	name: provider.name,
	description: CHANNELS[channel],
});

const byName = (one: INodePropertyOptions, other: INodePropertyOptions) =>
	one.name.localeCompare(other.name, 'en');

/** The select for the provider. Neither it nor the next takes an expression, because credentials depend on them. */
const providerField = (providers: VerificationProvider[], usual: string): Field<string> =>
	choice({
		displayName: 'Provider',
		name: PROVIDER,
		type: 'options',
		noDataExpression: true,
		default: usual,
		description: 'Who calls or texts the person',
		options: providers.map(choiceOf).sort(byName),
	});

const fallbackField = (providers: VerificationProvider[]): Field<string> =>
	choice({
		displayName: 'Fallback Provider',
		name: FALLBACK,
		type: 'options',
		noDataExpression: true,
		default: 'none',
		description:
			'Who sends if the provider refuses to, or if the person asks for a call instead of a message or the other way round',
		// In alphabetical order, as n8n shows five or more.
		options: [...providers.map(choiceOf), { name: 'None', value: 'none' }].sort(byName),
	});

/** The hidden parameter that is there while neither of the selects has the provider. */
const unusedName = ({ value }: VerificationProvider) =>
	`unused${value[0].toUpperCase()}${value.slice(1)}`;
const UNUSED = 'yes';

/**
 * n8n hides what meets any of several conditions, and "neither in the one select nor in the other" is both of two. It
 * drops a hidden parameter whose condition is not met, so that one can stand for the two. To decide about other
 * parameters it takes all defaults for given, except of a parameter that is declared twice.
 */
function unusedParameter(of: VerificationProvider): INodeProperties[] {
	const parameter: INodeProperties = {
		displayName: `${of.provider.name} Is Not Used`,
		name: unusedName(of),
		type: 'hidden',
		default: UNUSED,
		description: 'Set by n8n while the provider is not chosen',
		displayOptions: { hide: { [PROVIDER]: [of.value], [FALLBACK]: [of.value] } },
	};
	return [parameter, parameter];
}

const whileUsed = (of: VerificationProvider) => ({ hide: { [unusedName(of)]: [UNUSED] } });

/** A provider's own field, shown while the provider is used. */
const shownFor = (of: VerificationProvider, field: Field): Field => ({
	...field,
	property: { ...field.property, displayOptions: whileUsed(of) },
});

/**
 * The fields of the trigger, in the order of the panel.
 *
 * @param usual the value of the provider that a new trigger has; it never changes, because n8n stores no defaults
 */
export const fieldsOf = (providers: VerificationProvider[], usual: string): PanelField[] => [
	providerField(providers, usual),
	fallbackField(providers),
	...providers.flatMap((of) => of.fields.map((field) => shownFor(of, field))),
	...[fields.language, fields.pageTitle, fields.introduction, fields.buttonLabel],
	...[fields.respond, fields.doneText, fields.redirectUrl, fields.notVerifiedOutput],
	options,
];

const event = eventField({
	name: 'Phone Number Verified',
	value: 'verified',
	action: 'On phone number verified',
	description: 'Starts when a person has proved a phone number with a code',
});

const notice: INodeProperties = {
	displayName:
		'Give people the Production URL from above: its page asks for their number, sends a code and checks it. Apps use the same URL with JSON. To know whose number it is, append ?reference= and what you call the person.',
	name: 'notice',
	type: 'notice',
	default: '',
};

/** The parameters of the node, see {@link fieldsOf}. Those that others depend on come first, or n8n would not know them yet. */
export function propertiesFor(providers: VerificationProvider[], usual: string): INodeProperties[] {
	const [provider, fallback, ...others] = propertiesOf(fieldsOf(providers, usual));
	const unused = providers.flatMap(unusedParameter);
	return [notice, event, provider, fallback, ...unused, ...others];
}

/**
 * The credentials of the providers, each shown while its provider is used. With `show`, the editor would take the
 * field for a choice of the login and hide it.
 */
export const credentialsOf = (providers: VerificationProvider[]): INodeCredentialDescription[] =>
	providers.map((of) => ({
		name: of.provider.credentialType,
		required: true,
		testedBy: Object.keys(of.credentialTest)[0],
		displayOptions: whileUsed(of),
	}));

/** The output for those who proved their number, and the one for the others if it is switched on. */
export const OUTPUTS =
	'={{ $parameter["notVerifiedOutput"] ? [{ type: "main", displayName: "Verified" }, { type: "main", displayName: "Not Verified" }] : [{ type: "main" }] }}';
