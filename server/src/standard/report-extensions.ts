/** The names of files that may be reports end so. */
export const reportExtensions: readonly string[] = ['.txt', '.md', '.markdown', '.html', '.htm'];
