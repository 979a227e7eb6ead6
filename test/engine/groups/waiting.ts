import { filesIn } from '../../support/package';
import { testFiles } from '../../support/testFiles';

const WAITING = /\/(waiting|pace|stopping)/;

testFiles(filesIn('test/engine/rules', '.test.ts').filter((file) => WAITING.test(file)));
