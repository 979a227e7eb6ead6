const level = require('./test/support/jestLevel');

// One real n8n at a time on the machine, hence one worker.
module.exports = { ...level('host'), maxWorkers: 1, testTimeout: 300_000 };
