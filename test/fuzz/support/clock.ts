/** The longest wait that a node may take before one request (nodes/shared/request/repeat.ts), in milliseconds. */
const LONGEST_WAIT = 60_000;

let ahead = 0;

/** Takes the place of nodes/shared/request/pause.ts: a wait is over at once, and the clock has moved on by it. */
export async function pause(milliseconds: number): Promise<void> {
	if (!(milliseconds > 0)) return;
	if (milliseconds > LONGEST_WAIT) throw new Error(`A wait of ${milliseconds} ms`);
	ahead += milliseconds;
}

const { now } = Date;
Date.now = () => Math.ceil(now() + ahead);
