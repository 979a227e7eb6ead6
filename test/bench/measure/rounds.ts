import type { ContenderName } from '../n8n/contenderName';
import { contenderNames } from '../n8n/contenderName';

/** The question a case answers; the goals and the chart look for theirs. */
export type CaseName = 'one' | 'many' | 'slow' | 'memory' | 'tenth' | 'growth';

/** One kind of work: how many items at what latency, by whom. */
export interface Case {
	name: CaseName;
	items: number;
	/** Milliseconds until the provider answers. */
	latency: number;
	contenders: ContenderName[];
	/** Whether only calls are made that have a login to keep. */
	onlyWithToken?: boolean;
	/** Whether n8n's memory is watched: its garbage is collected before every run, which makes the run slower. */
	withMemory?: boolean;
}

/** Cases that take turns, because they are compared with each other. */
export interface Round {
	cases: Case[];
	/** Measured runs of each contender, after one that warms up. */
	repetitions: number;
}

const compared = { latency: 0, contenders: contenderNames };
const alone = {
	...compared,
	contenders: ['package'],
	onlyWithToken: true,
} satisfies Partial<Case>;

/** The benchmark. The items grow only where there is a login to keep. */
export const fullRounds: Round[] = [
	{ repetitions: 15, cases: [{ name: 'one', items: 1, ...compared }] },
	{
		repetitions: 5,
		cases: [
			{
				...{ name: 'many', items: 1_000, latency: 0 },
				contenders: [...contenderNames, 'computed', 'tenants'],
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
];

/** The same in small: shows that it works and that what is sent is exact; its times mean nothing. */
export const shortRounds: Round[] = fullRounds.map(({ cases }) => ({
	repetitions: 1,
	cases: cases.map((work) => ({
		...work,
		items: Math.min(work.items, work.name === 'growth' ? 600 : 60),
		latency: Math.min(work.latency, 20),
	})),
}));
