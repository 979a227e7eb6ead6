import config from './stryker.config.mjs';

const files = ['challenge', 'finishedItems', 'login', 'mask', 'repeat'];

/** `npm run mutation:short`: only the files that hold the promises about codes, secrets and sending once. */
export default {
	...config,
	mutate: files.map((name) => `nodes/shared/${name}.ts`),
	testFiles: [`test/unit/shared/{${files.join(',')}}*.test.ts`],
	incremental: false,
	thresholds: { high: 98, low: 95, break: 92 },
};
