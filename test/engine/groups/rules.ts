import { filesIn } from '../../support/package';
import { testFiles } from '../../support/testFiles';

const OTHER_GROUPS = /\/(once|waiting|pace|stopping)/;

testFiles(filesIn('test/engine/rules', '.test.ts').filter((file) => !OTHER_GROUPS.test(file)));
