/** The longest wait before one request, in milliseconds: a minute, which a provider may ask for, and what limit.ts adds. */
const LONGEST_WAIT = 62_000;

let ahead = 0;

/** Takes the place of nodes/shared/request/pause.ts: a wait is over at once, and the clock has moved on by it. */
export async function pause(milliseconds: number): Promise<void> {
	if (!(milliseconds > 0)) return;
	if (milliseconds > LONGEST_WAIT) throw new Error(`A wait of ${milliseconds} ms`);
	ahead += milliseconds;
}

const { now } = Date;
Date.now = () => Math.ceil(now() + ahead);
