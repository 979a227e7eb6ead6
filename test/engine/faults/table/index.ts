import type { Fault } from '../fault';
import { CONNECTIONS } from './connections';
import { ECHOES } from './echoes';
import { ODD_BODIES } from './oddBodies';
import { REDIRECTS } from './redirects';
import { STATUSES } from './statuses';
import { WRONG_BODIES } from './wrongBodies';

/** Everything an answer can do to a client that made its connection. */
export const FAULTS: Fault[] = [
	...STATUSES,
	...WRONG_BODIES,
	...ODD_BODIES,
	...CONNECTIONS,
	...REDIRECTS,
	...ECHOES,
];
