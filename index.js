const path = require('node:path');
const { n8n } = require('./package.json');

/** The built class that a file exports under the file's own name. */
function load(file) {
	const [name] = path.basename(file).split('.');
	return [name, require(path.join(__dirname, file))[name]];
}

module.exports = Object.fromEntries([...n8n.credentials, ...n8n.nodes].map(load));
