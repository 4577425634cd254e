/** A row label in other words than the form's, or with blanks inside. */
import type { Fix } from '../../findings/finding';
import { replaceFix } from '../../fixes/fixes';
import type { Report, RowReading } from '../../report/report';
import { unusualHeads } from '../../report/tables/column-heads';
import { foreignForm } from '../../report/tables/form-edition';
import {
  bracketedLabel,
  isPieceOf,
  plainLabel,
  qualifiedLabel,
  withoutListOrdinal,
} from '../../report/tables/printed-labels';
import { isAcceptedLabel } from '../../standard/aliases';
import type { RowSpec } from '../../standard/edition';
import { tableIds } from '../../standard/edition';
import { formatClause } from '../../standard/format-clause';
import { squeezed } from '../../text/fold';
import { seenText } from '../../text/seen';
import type { Span } from '../../text/span';
import type { Wording } from '../../text/wording';
import { phrase } from '../../text/wording';
import type { Problem, Rule } from '../rule';

export const nonstandardRowLabel: Rule = {
  meta: {
    id: 'table/nonstandard-row-label',
    severity: 'information',
    title: '行名、列名不规范',
    summary:
      '标准表格的行名或者列名与格式不一致，例如“交纳费用”应为“缴纳费用”，“单位：元”应为“单位：万元”，或者字中间有空格；括号、标点的全角半角不计。',
    why: '行名、列名和单位由格式规定，写法一致才便于检索和自动汇总；单位不同，数字差一万倍。',
    clause: formatClause,
    whatToDo: '改用格式规定的行名、列名；单位不是万元的，换算数字后改为万元。',
    fixes: ['换成格式规定的行名或者列名，不动数字；单位不自动改。'],
  },
  examples: {
    bad: [
      {
        shows: '“缴纳”写成“交纳”',
        changes: [
          [
            '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
            '⟦table/nonstandard-row-label: 2.申请人逾期未按收费通知要求交纳费用、行政机关不再处理其政府信息公开申请⟧',
          ],
        ],
        fixed: [],
      },
      {
        shows: '字中间有空格',
        changes: [['7.属于行政执法案卷', '⟦table/nonstandard-row-label: 7.属于行政执法 案卷⟧']],
        fixed: [],
      },
      {
        shows: '用了别的说法',
        changes: [['（七）总计', '⟦table/nonstandard-row-label: （七）合计⟧']],
        fixed: [],
      },
      {
        shows: '收费金额的单位不是万元',
        changes: [['单位：万元', '⟦table/nonstandard-row-label: 单位：元⟧']],
      },
      {
        shows: '列名用了别的说法',
        changes: [['本年制发件数', '⟦table/nonstandard-row-label: 本年制作数量⟧']],
        fixed: [],
      },
      {
        shows: '规章前加了字',
        changes: [['| 规章 |', '| ⟦table/nonstandard-row-label: 部门规章⟧ |']],
        fixed: [],
      },
    ],
    good: [
      { shows: '括号用半角、序号后有空格，不算不规范', changes: [['（七）总计', '(七) 总计']], focus: '(七) 总计' },
      { shows: '格式规定的行名', focus: '7.属于行政执法案卷' },
    ],
  },
  *check(report) {
    yield* unusualColumns(report);
    for (const id of tableIds) {
      const table = report.tables[id];
      if (id === 'review' || table.state === 'missing' || foreignForm(report, id) !== undefined) continue;
      const specs = report.edition.tables[id].rows;
      for (let i = 0; i < table.rows.length; i++) {
        const row = table.rows[i] as RowReading;
        const spec = specs[i]?.id === row.row ? specs[i] : specs.find((candidate) => candidate.id === row.row);
        if (spec === undefined || row.repeated) continue;
        const qualified = id === 'disclosure' ? qualifiedLabel(report.view, row.label.span) : row.label.span;
        if (row.label.text === spec.label && qualified === row.label.span) continue;
        if (isAcceptedLabel(spec, seenText(report.view, qualified.start, qualified.end))) continue;
        const span = bracketedLabel(report.text, qualified);
        const flaw = flawOf(report, table.rows, i, span, spec);
        if (flaw === undefined) continue;
        const printed = squeezed(seenText(report.view, span.start, span.end));
        yield {
          span,
          message: phrase`行名“${printed}”${flaw.words}，格式规定的写法是“${spec.label}”。`,
          about: { names: [printed, spec.label] },
          key: `${id}/${row.row}`,
          fixes: () => flaw.fixes,
        };
      }
    }
  },
};

/** Heads of table two, which stand over the figures as the labels stand before them. */
function* unusualColumns(report: Report): Iterable<Problem> {
  if (foreignForm(report, 'disclosure') !== undefined) return;
  for (const { span, text, standard, flaw } of unusualHeads(report)) {
    const key = `disclosure/${standard}`;
    if (flaw === 'unit') {
      const message = phrase`收费金额的单位写作“${text}”，格式规定的是“${standard}”，数字要换算成万元。`;
      yield { span, severity: 'warning', message, about: { names: [text, standard] }, key };
    } else {
      const message = phrase`列名“${squeezed(text)}”与格式不一致，格式规定的写法是“${standard}”。`;
      const fixes = (): readonly Fix[] => [replaceFix(phrase`列名改为“${standard}”`, 'safe', span, standard)];
      yield { span, message, about: { names: [squeezed(text), standard] }, key, fixes };
    }
  }
}

interface Flaw {
  readonly words: Wording;
  readonly fixes: readonly Fix[];
}

/** Characters that part cells or lines: such a label is put together from pieces. */
const seam = /[\t\r\n|｜]/;
const innerSpace = /(?<=[\u4e00-\u9fff])[ \u3000\u00a0]+(?=[\u4e00-\u9fff])/g;

function flawOf(report: Report, rows: readonly RowReading[], at: number, span: Span, spec: RowSpec): Flaw | undefined {
  const raw = seenText(report.view, span.start, span.end);
  const own = plainLabel(raw);
  const fixesTo = (text: string): readonly Fix[] =>
    seam.test(raw) || beginsWithin(report.view, span)
      ? []
      : [replaceFix(phrase`行名改为“${text}”`, losesDigits(raw) ? 'suggested' : 'safe', span, text)];
  const name = plainLabel(spec.label);
  if (own === name || own === withoutListOrdinal(name) || own === withoutNote(name, spec)) {
    if (seam.test(raw) || raw.includes('<')) return undefined;
    const tight = raw.replace(innerSpace, '');
    return tight === raw ? undefined : { words: phrase`字中间有空格`, fixes: fixesTo(tight) };
  }
  if (isPieceOf(report, rows, at, own, name)) return undefined;
  const spelt = plainLabel(raw.replaceAll('交纳', '缴纳').replaceAll('其它', '其他'));
  return {
    words: spelt === name ? phrase`有错别字` : phrase`与格式不一致`,
    fixes: fixesTo(inWidthOf(raw, spec.label)),
  };
}

/** Whether other words or digits stand right before: the label is but the end of what its cell holds. */
function beginsWithin(view: string, { start }: Span): boolean {
  return start > 0 && /[0-9０-９\u4e00-\u9fff]/.test(view.charAt(start - 1));
}

/** A digit amid the words may be a figure that has slipped in. */
function losesDigits(raw: string): boolean {
  return /[0-9０-９]/.test(raw.trim().replace(/^[（(]?[0-9０-９]{1,2}[）)]?(?=[.．、,，\s]|$)/, ''));
}

/** Without the note in brackets: 部分公开（区分处理的……）. */
function withoutNote(name: string, spec: RowSpec): string {
  const note = spec.label.indexOf('（', 1);
  return note < 0 ? name : plainLabel(spec.label.slice(0, note));
}

/** The standard label with the brackets and commas that the document writes. */
function inWidthOf(raw: string, label: string): string {
  if (!raw.includes('(')) return label;
  return label.replace(/[（），]/g, (mark) => (mark === '（' ? '(' : mark === '）' ? ')' : ','));
}
