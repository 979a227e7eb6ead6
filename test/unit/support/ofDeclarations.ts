/** The generated pages that are made of the declarations of fields, nodes and credentials alone. */
export const OF_DECLARATIONS = ['docs/reference.md', 'README.md'];
