import { filesIn } from '../../support/package';
import { testFiles } from '../../support/testFiles';

testFiles(filesIn('test/engine/rules', '.test.ts').filter((file) => file.includes('/once')));
