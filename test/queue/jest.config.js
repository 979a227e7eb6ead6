const level = require('../support/jestLevel');

// Seven processes at once are as much as a machine should have to bear.
module.exports = { ...level('queue'), maxWorkers: 1, testTimeout: 300_000 };
