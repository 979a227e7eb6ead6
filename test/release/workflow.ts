/** The text of each job of a workflow. */
export function jobsOf(workflow: string): Record<string, string> {
	const [, ...parts] = workflow.slice(workflow.indexOf('\njobs:\n')).split(/\n {2}(\w+):\n/);
	return Object.fromEntries(
		parts.flatMap((part, place) => (place % 2 === 0 ? [[part, parts[place + 1]]] : [])),
	);
}

/** The scripts of a workflow or of one of its jobs, as the shell gets them. */
export const scriptsOf = (text: string): string[] =>
	Array.from(text.matchAll(/run:( \|\n(?: {10}.*\n)+| .+)/g), ([, script]) =>
		script.replace(/^ (\|\n)?/, '').replaceAll(/^ {10}/gm, ''),
	);
