module.exports = globalThis.loadedN8nWorkflow;
