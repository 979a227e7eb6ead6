import { journey } from './journey';
import { looks } from './looks';
import { pages } from './pages';
import { Reception } from './reception';
import { sentOnce } from './sentOnce';

// One file, so that all share one n8n: starting it takes longer than most of them.
const reception = new Reception();

beforeAll(async () => await reception.open());
afterAll(async () => await reception.close());
afterEach(async () => await reception.dismiss());

describe.each(looks)('the page in $language, $colorScheme', (look) => journey(reception, look));
describe('nothing is sent twice', () => sentOnce(reception));
describe('the page', () => pages(reception));
