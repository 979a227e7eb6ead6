import js from '@eslint/js';
import typescript from 'typescript-eslint';

// Tests, sandbox, host and bench are ordinary Node programs: n8n's rules for nodes (no timers, no
// console, no file system) do not apply to them.
export default typescript.config(
	{ ignores: ['host/n8n/**', 'compat/versions/**'] },
	js.configs.recommended,
	...typescript.configs.recommended,
	{
		files: ['**/*.js'],
		languageOptions: {
			sourceType: 'commonjs',
			globals: {
				module: 'writable',
				require: 'readonly',
				__dirname: 'readonly',
				process: 'readonly',
			},
		},
		rules: { '@typescript-eslint/no-require-imports': 'off' },
	},
);
