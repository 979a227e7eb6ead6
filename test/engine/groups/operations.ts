import { filesIn } from '../../support/package';
import { testFiles } from '../../support/testFiles';

const OTHER_GROUPS = /^test\/engine\/(faults|rules)\//;

testFiles(filesIn('test/engine', '.test.ts').filter((file) => !OTHER_GROUPS.test(file)));
