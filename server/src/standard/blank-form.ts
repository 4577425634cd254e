/** The blank form, printed from an edition in any layout. */

import type { Grid } from '../text/grid';
import { gridRowLines, printGrid } from '../text/grid';
import type { Layout } from '../text/layout';
import type { CellRef, Edition, SectionSpec, TableSpec } from './edition';
import { headingOf } from './sections';
import { aspectSentences, dutiesSentence } from './standard-sentences';

/** What stands in the figures' cells. */
export type Fill = 'zero' | 'blank';

/** Gives a cell's figure as it is to be printed. */
export type FigureSource = (cell: CellRef) => string;

const fills: Readonly<Record<Fill, FigureSource>> = { zero: () => '0', blank: () => '' };

function figureSource(figures: Fill | FigureSource): FigureSource {
  return typeof figures === 'string' ? fills[figures] : figures;
}

function gridOf(table: TableSpec, figures: Fill | FigureSource): Grid {
  const source = figureSource(figures);
  return table.form.map((row) => row.map((cell) => (cell.figure ? { ...cell, text: source(cell.figure) } : cell)));
}

/** The standard table as whole lines in `layout`, each ended by `eol`. */
export function printForm(table: TableSpec, layout: Layout, figures: Fill | FigureSource, eol: string): string {
  return printGrid(gridOf(table, figures), table.formWidth, layout, eol);
}

/**
 * One row of the standard table, printed as it stands in the whole form.
 *
 * @throws RangeError for a row that the table does not have.
 */
export function printRow(
  table: TableSpec,
  rowId: string,
  layout: Layout,
  figures: Fill | FigureSource,
  eol: string,
): string {
  const index = table.form.findIndex((row) => row.some((cell) => cell.figure?.row === rowId));
  if (index < 0) throw new RangeError(`no row ${rowId} in table ${table.id}`);
  const lines = gridRowLines(gridOf(table, figures), table.formWidth, layout)[index] ?? [];
  return lines.map((line) => line + eol).join('');
}

export interface FormOptions {
  readonly layout: Layout;
  readonly issuer: string;
  readonly year: number;
  readonly figures?: Fill | FigureSource;
  readonly eol?: string;
  /** Default `other`. */
  readonly reporter?: Reporter;
  /** Sentences of a body whose tables are all 0, or marks for what is to be written. Default `example`. */
  readonly sentences?: 'example' | 'open';
}

/** Governments state the results of 工作考核、社会评议、责任追究 besides (article 50, item 4); their departments need not. */
export type Reporter = 'government' | 'other';

/** What a section without a table may say; true of a body whose tables are all 0. */
export function sectionSentences(
  section: SectionSpec,
  issuer: string,
  year: number,
  reporter: Reporter = 'other',
): readonly string[] {
  switch (section.id) {
    case 'overview':
      return [
        `${year}年，${issuer}认真贯彻落实《中华人民共和国政府信息公开条例》，依法做好政府信息公开工作。`,
        `（一）主动公开情况。${aspectSentences.active}`,
        `（二）依申请公开情况。${aspectSentences.requests.replace('{year}', String(year))}`,
        `（三）政府信息管理情况。${aspectSentences.management}`,
        `（四）政府信息公开平台建设情况。${aspectSentences.platform}`,
        `（五）监督保障情况。${reporter === 'government' ? `明确专人负责，加强业务培训。${dutiesSentence}` : aspectSentences.supervision}`,
      ];
    case 'problems':
      return [
        '存在的主要问题：一是个别信息公开不够及时；二是工作人员业务能力有待提高。',
        '改进情况：一是健全信息发布工作机制，及时更新公开内容；二是加强业务培训，提高工作水平。',
      ];
    case 'other':
      return [`${year}年未收取政府信息公开信息处理费，没有其他需要报告的事项。`];
    default:
      return [];
  }
}

/** What somebody has to write in place of a mark. */
export const openMark = /【待填[^【】]*】/g;

/** What a section without a table is to say, with a mark for all that nobody knows but the body. */
export function openSentences(
  section: SectionSpec,
  issuer: string,
  year: number,
  reporter: Reporter = 'other',
): readonly string[] {
  switch (section.id) {
    case 'overview':
      return [
        `${year}年，${issuer}【待填：总体情况】。`,
        '（一）主动公开情况。【待填：公开的内容和方式】。',
        `（二）依申请公开情况。${year}年收到政府信息公开申请【待填】件，办结【待填】件。`,
        '（三）政府信息管理情况。【待填：制作、保存和更新】。',
        '（四）政府信息公开平台建设情况。【待填：平台和栏目】。',
        reporter === 'government'
          ? '（五）监督保障情况。【待填：人员和培训】。工作考核方面，【待填】；社会评议方面，【待填】；责任追究方面，【待填】。'
          : '（五）监督保障情况。【待填：人员和培训】。责任追究方面，【待填】。',
      ];
    case 'problems':
      return ['存在的主要问题：【待填】。', '改进情况：【待填】。'];
    case 'other':
      return [`${year}年政府信息公开信息处理费：【待填】。`, '其他需要报告的事项：【待填】。'];
    default:
      return [];
  }
}

/**
 * A whole report: title, six sections, three tables. Filled with 0 it audits clean in every layout, unless its sentences are
 * `open`, still to be written.
 */
export function printReport(edition: Edition, options: FormOptions): string {
  const { layout, issuer, year, figures = 'zero', eol = '\n', reporter } = options;
  const said = options.sentences === 'open' ? openSentences : sectionSentences;
  const parts = edition.sections.map((section) => {
    const heading = (layout === 'markdown' ? '## ' : '') + headingOf(section) + eol;
    if (section.table !== undefined) {
      return `${heading}${eol}${printForm(edition.tables[section.table], layout, figures, eol)}`;
    }
    return `${heading}${eol}${said(section, issuer, year, reporter).join(eol + eol)}${eol}`;
  });
  const title = `${layout === 'markdown' ? '# ' : ''}${issuer}${year}年政府信息公开工作年度报告${eol}`;
  return [title, ...parts].join(eol);
}
