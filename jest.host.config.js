const level = require('./test/support/jestLevel');

// Two real n8n at once, because each often waits for a page or a timer. A time-out only ends what hangs.
module.exports = { ...level('host'), maxWorkers: 2, testTimeout: 900_000 };
