import config from './stryker.config.mjs';

const files = ['codes/challenge', 'items/notes', 'login/account', 'answer/mask', 'request/repeat'];

/** `npm run mutation:short`: only the files that hold the promises about codes, secrets and sending once. */
export default {
	...config,
	mutate: files.map((name) => `nodes/shared/${name}.ts`),
	incremental: false,
	// A minute less for the endless loops among them.
	timeoutMS: 10_000,
};
