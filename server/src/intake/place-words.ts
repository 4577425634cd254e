/** A place in an office file, in words. */
import type { Wording } from '../text/wording';
import { listed, phrase } from '../text/wording';
import type { DocumentPlace } from './document';

/** `第2页表3第5行第4列`, `工作表“2024”第3行`, `第12段`; empty where nothing is known of it. */
export function documentPlaceWords({ page, sheet, table, row, column, paragraph }: DocumentPlace): Wording {
  const parts = [
    sheet === undefined ? null : phrase`工作表“${sheet}”`,
    page === undefined ? null : phrase`第${page}页`,
    // In a spreadsheet a row and a column say it all.
    table === undefined || sheet !== undefined ? null : phrase`表${table}`,
    row === undefined ? null : phrase`第${row}行`,
    column === undefined ? null : phrase`第${column}列`,
    paragraph === undefined ? null : phrase`第${paragraph}段`,
  ];
  return listed(
    parts.filter((part) => part !== null),
    '',
  );
}
