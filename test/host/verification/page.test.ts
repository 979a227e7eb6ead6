import { journey } from './journey';
import { looks } from './looks';
import { pages } from './pages';
import { Reception } from './reception';
import { sentOnce } from './sentOnce';

// One file, so that all tests share one n8n: starting n8n takes longer than most tests.
const reception = new Reception();

beforeAll(async () => await reception.open());
afterAll(async () => await reception.close());
afterEach(async () => await reception.dismiss());

describe.each(looks)('the page in $language, $colorScheme', (look) => journey(reception, look));
describe('nothing is sent twice', () => sentOnce(reception));
describe('the page', () => pages(reception));
