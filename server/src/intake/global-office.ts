/** Puts the readers of office files where a browser's worker finds them: its scripts cannot import one another. */
import { readHtml, readOffice } from './read-office';

Object.assign(globalThis, { disclosureAuditOffice: { readOffice, readHtml } });
