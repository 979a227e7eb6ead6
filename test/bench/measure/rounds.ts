import type { ContenderName } from '../n8n/contenderName';
import { contenderNames } from '../n8n/contenderName';

/** The name of a case, by which the goals and the chart find it. */
export type CaseName =
	| 'one'
	| 'many'
	| 'slow'
	| 'https'
	| 'memory'
	| 'tenth'
	| 'growth'
	| 'long'
	| 'longest';

/** One kind of work: the number of items, the provider's latency, and the contenders. */
export interface Case {
	name: CaseName;
	items: number;
	/** Milliseconds until the provider answers. */
	latency: number;
	contenders: ContenderName[];
	/** Whether the case has only the calls that need an access token. */
	onlyWithToken?: boolean;
	/** Whether n8n's memory is measured: its garbage is collected before every run, which makes the run slower. */
	withMemory?: boolean;
}

/** Cases that take turns, because they are compared with each other. */
export interface Round {
	cases: Case[];
	/** The number of measured runs of each contender, after a warm-up run. */
	repetitions: number;
}

const compared = { latency: 0, contenders: contenderNames };
const alone = {
	...compared,
	contenders: ['package'],
	onlyWithToken: true,
} satisfies Partial<Case>;

/** The full benchmark. The cases of growth have only the calls that need an access token. */
export const fullRounds: Round[] = [
	{ repetitions: 15, cases: [{ name: 'one', items: 1, ...compared }] },
	{
		repetitions: 5,
		cases: [
			{
				...{ name: 'many', items: 1_000, latency: 0 },
				contenders: [...contenderNames, 'computed', 'tenants', 'httpTenants'],
			},
		],
	},
	{ repetitions: 5, cases: [{ name: 'slow', items: 200, ...compared, latency: 100 }] },
	{
		repetitions: 5,
		cases: [
			{ name: 'tenth', items: 1_000, ...alone },
			{ name: 'growth', items: 10_000, ...alone },
		],
	},
	{
		repetitions: 5,
		cases: [
			{
				...{ name: 'memory', items: 1_000, latency: 0, withMemory: true },
				contenders: ['package', 'httpRequest'],
			},
		],
	},
	{
		repetitions: 1,
		cases: [
			{ name: 'long', items: 10_000, withMemory: true, ...alone },
			{ name: 'longest', items: 100_000, withMemory: true, ...alone },
		],
	},
];

/** The same against a provider that speaks HTTPS, from another continent. */
export const httpsRounds: Round[] = [
	{
		repetitions: 5,
		cases: [{ name: 'https', items: 1_000, latency: 50, contenders: ['package', 'httpRequest'] }],
	},
];

/** Makes a small benchmark: shows that it works and that every recipient gets exactly one; its times mean nothing. */
export const shortened = (rounds: Round[]): Round[] =>
	rounds.map(({ cases }) => ({
		repetitions: 1,
		cases: cases.map((work) => ({
			...work,
			items: Math.min(work.items, ['growth', 'longest'].includes(work.name) ? 600 : 60),
			latency: Math.min(work.latency, 20),
		})),
	}));
