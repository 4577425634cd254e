// The writers and readers of spreadsheets and documents stand in bundles of their own beside the program that loads them when they are asked for.
import { pdfCore } from './pdf-bundle.mjs';

/** Their entry points, by the name of the bundle. */
export const officeEntries = {
  'write-workbook': 'server/src/office/write-workbook.ts',
  'write-paper': 'server/src/office/write-paper.ts',
  'read-office': 'server/src/intake/read-office.ts',
  'read-pdf': 'server/src/intake/pdf/read-pdf.ts',
};

/** The same for browsers, whose workers can import nothing later: they put themselves at a global name. */
export const officeWebEntries = { 'read-office': 'server/src/intake/global-office.ts' };

/** Leaves the import of one as it is, to be found beside the importing bundle; what they are made of is as they need it. */
export const officeApart = {
  name: 'office-apart',
  setup(build) {
    pdfCore.setup(build);
    build.onResolve({ filter: /\/(?:write-(?:workbook|paper)|read-(?:office|pdf))$/ }, ({ path }) => ({
      path: `./${path.slice(path.lastIndexOf('/') + 1)}.js`,
      external: true,
    }));
  },
};
