import { runProgram } from '../host/program';
import { provision } from '../host/provision';
import { streamProgress } from '../host/system/progress';
import { measured } from './versions';

/** `npm run provision`: installs every n8n that the tests run in, unless it is installed already. */
void runProgram(async ({ signal }) => {
	// The newest n8n comes first, because most tests run in it.
	for (const { folder } of Object.values(measured).reverse())
		await provision(streamProgress(), { folder, signal });
	return 0;
});
