import type { Outcome } from '../../../../nodes/shared/failure';
import { answer, answerJson, onceMoreWithNewToken } from '../fault';
import type { Fault } from '../fault';

const SAID = { message: 'Not today' };

const refusing = (status: number, becomes: Outcome = 'refused', retryAfter?: string): Fault => ({
	name: `${status}${retryAfter === undefined ? '' : ` with Retry-After: ${retryAfter}`}`,
	reaches: false,
	spoil: answerJson(status, SAID, retryAfter === undefined ? {} : { 'retry-after': retryAfter }),
	becomes,
});

/** The request and three repeats. */
const repeated = (fault: Fault): Fault => ({ ...fault, asked: () => 4 });

export const STATUSES: Fault[] = [
	refusing(400),
	{ ...refusing(401), asked: onceMoreWithNewToken },
	refusing(403),
	refusing(404),
	refusing(409),
	refusing(422),
	repeated(refusing(429)),
	repeated(refusing(429, 'refused', '1')),
	refusing(429, 'refused', '3600'),
	refusing(500),
	refusing(502, 'unknown'),
	refusing(503),
	repeated(refusing(503, 'refused', '1')),
	refusing(503, 'refused', 'soon'),
	...[504, 520, 522, 524, 598].map((status) => refusing(status, 'unknown')),
	{
		name: '500 with a web page',
		reaches: false,
		spoil: answer(500, '<!DOCTYPE html><title>Down</title><h1>Down</h1>', {
			'content-type': 'text/html',
		}),
		becomes: 'refused',
	},
	{ name: '500 with nothing', reaches: false, spoil: answer(500, ''), becomes: 'refused' },
];
