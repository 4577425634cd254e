/** The reader of PDF files for browsers: a script beside the program that puts itself where the program looks for it. */
import { readPdf } from './read-pdf';

Object.assign(globalThis, { disclosureAuditPdf: { readPdf } });
