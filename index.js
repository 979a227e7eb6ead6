const { n8n } = require('./package.json');

/** The built class that a file exports under the file's own name; n8n's scanner refuses node:path and __dirname. */
function load(file) {
	const [name] = file.split('/').at(-1).split('.');
	return [name, require(`./${file}`)[name]];
}

module.exports = Object.fromEntries([...n8n.credentials, ...n8n.nodes].map(load));
