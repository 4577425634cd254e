/** The formats that a report is written in, by their names on the command line. */
export const reportFormats = ['docx', 'html', 'md', 'txt'] as const;

export type ReportFormat = (typeof reportFormats)[number];
