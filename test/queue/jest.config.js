const level = require('../support/jestLevel');

// One worker, because one test file already starts seven processes.
module.exports = { ...level('queue'), maxWorkers: 1, testTimeout: 900_000 };
