import { flows } from './flows';
import { loginsAtOnce } from './loginsAtOnce';
import { QueueTest } from './support/queueTest';
import { thousandSends } from './thousandSends';
import { verification } from './verification';
import { workerKilled } from './workerKilled';

// One file, so that all tests share the processes. The last test kills a worker.
const queue = new QueueTest();

beforeAll(async () => await queue.open(), 900_000);
afterAll(async () => await queue.host?.close());

describe('1,000 sends in 50 executions', () => thousandSends(queue));
describe('both workers at the same moment', () => loginsAtOnce(queue));
describe('flows 1 and 3', () => flows(queue));
describe('verification by two webhook processes', () => verification(queue));
describe('a worker is killed in the middle of a large send', () => workerKilled(queue));
