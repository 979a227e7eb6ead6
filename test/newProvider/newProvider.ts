import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from '../host/system/command';
import { packageRoot } from '../host/system/paths';

const TEMPLATE = path.join(__dirname, 'template');

const inPackage = (file: string) => path.join(packageRoot, file);
const textOf = (file: string) => readFileSync(inPackage(file), 'utf8');

/** A path or a text of the template with the names of the new provider. */
const renamed = (text: string, name: string, title: string): string =>
	text
		.replaceAll('Template Voice', title)
		.replaceAll('TemplateVoice', name)
		.replaceAll('templateVoice', name[0].toLowerCase() + name.slice(1));

/** The files of the template, each with its path in the package. */
const filesFor = (name: string): Array<[source: string, file: string]> =>
	globSync('**/*.*', { cwd: TEMPLATE }).map((source) => [source, renamed(source, name, '')]);

/** Why there can be no provider with these names; undefined where there can be one. */
function objectionTo(name = '', title = ''): string | undefined {
	if (!/^([A-Z][a-z0-9]+)+$/.test(name))
		return `The name "${name}" is not in PascalCase. Give a name such as ExampleVoice: npm run new:provider -- ExampleVoice "Example Voice"`;
	if (!/^[A-Z\d][\w.-]*( [A-Z\d][\w.-]*)*$/.test(title))
		return `The title "${title}" is not made of words with a capital letter. Give what users read, such as "Example Voice".`;
	const files = [`nodes/${name}`, ...filesFor(name).map(([, file]) => file)];
	const node = new RegExp(`nodes/\\w+/${name}\\.node`).exec(textOf('package.json'))?.[0];
	const taken = node ?? files.find((file) => existsSync(inPackage(file)));
	if (taken) return `The name ${name} is taken by ${taken}. Choose another one.`;
	if (textOf('docs/reference.md').includes(`\n## ${title}\n`))
		return `The title "${title}" is taken by another node. Choose another one.`;
	return undefined;
}

/** Adds the built node and credential to the lists in package.json, from which n8n loads them. */
function list(name: string): void {
	const manifest = JSON.parse(textOf('package.json')) as {
		n8n: { credentials: string[]; nodes: string[] };
	};
	manifest.n8n.credentials.push(`dist/credentials/${name}Api.credentials.js`);
	manifest.n8n.nodes.push(`dist/nodes/${name}/${name}.node.js`);
	writeFileSync(inPackage('package.json'), `${JSON.stringify(manifest, null, '\t')}\n`);
}

/** `npm run new:provider -- ExampleVoice "Example Voice"`: a complete provider, which is then made your own. */
async function newProvider(name: string, title: string): Promise<void> {
	const files = filesFor(name);
	for (const [source, file] of files) {
		const text = readFileSync(path.join(TEMPLATE, source), 'utf8');
		mkdirSync(path.dirname(inPackage(file)), { recursive: true });
		writeFileSync(inPackage(file), renamed(text, name, title));
	}
	list(name);
	const run = async (...args: string[]) => await runCommand('npm', args, { cwd: packageRoot });
	// Prettier breaks lines elsewhere when a name is longer or shorter than the template's.
	const formatted = files.map(([, file]) => file).filter((file) => !file.endsWith('.svg'));
	await run('exec', '--', 'prettier', '--write', ...formatted);
	await run('run', 'generate');
	console.log(`New:\n${files.map(([, file]) => `  ${file}`).join('\n')}`);
	console.log(
		'"npm run check" and "npm test" pass with them. CONTRIBUTING.md says what to change in which file.',
	);
}

const [name, title] = process.argv.slice(2);
const objection = objectionTo(name, title);
if (objection === undefined) void newProvider(name, title);
else {
	console.error(objection);
	process.exitCode = 1;
}
