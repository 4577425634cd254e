/** The core of pdfjs as the reader needs it: another version of the package is noticed when it is built. */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { expect, test } from 'vitest';
import { changedCore } from '../../../server/scripts/pdf-bundle.mjs';
import { steps } from '../../../server/src/intake/pdf/drawing';

test('a package that lacks what is changed ends the build', () => {
  expect(() => changedCore('// another package')).toThrow('pdfjs-dist has no');
});

test('the drawing steps have the numbers of the package', () => {
  for (const [name, number] of Object.entries(steps)) expect(OPS[name], name).toBe(number);
});
