import { filesIn } from '../../support/package';
import { testFiles } from '../../support/testFiles';

testFiles(filesIn('test/providers', '.test.ts').filter((file) => file.includes('/engine/')));
