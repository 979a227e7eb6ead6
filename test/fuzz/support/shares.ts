/** What is fuzzed, and which share of all inputs each gets. */
export const SHARES = {
	'answers to AntBuddy Call: Create': 9,
	'answers to AntBuddy Call: Get Many': 6,
	'pages of AntBuddy Call: Get Many': 6,
	'answers to the login at AntBuddy': 8,
	'answers to ANTS OTP: Request': 7,
	'answers to ANTS OTP: Resend': 4,
	'answers to ANTS OTP: Verify': 9,
	'answers to CM.com Call: Create': 9,
	'answers through n8n-core, over HTTP': 1,
	'numbers that are none, or may be': 20,
	'numbers of every country, as people write them': 20,
	'Allowed Countries': 15,
	'options of every operation': 10,
	'challenges, altered': 15,
	'challenges of any text, code and type': 15,
	'challenges with claims of any type': 10,
	'callbacks of ANTS': 18,
	'callbacks of CM.com': 12,
	'callers of both triggers': 6,
} as const;

export type Fuzzed = keyof typeof SHARES;

const total = Object.values(SHARES).reduce<number>((sum, share) => sum + share, 0);

/** How many inputs one of them gets; together they are `all` or a few more. */
export const runsOf = (name: Fuzzed, all: number): number =>
	Math.ceil((all * SHARES[name]) / total);
