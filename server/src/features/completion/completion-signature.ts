/** The title that a report lacks, and its signature with the date. */
import { endPlace } from '../../fixes/templates';
import { formatClause } from '../../standard/format-clause';
import { phrase } from '../../text/wording';
import type { Offer, Spot } from './completion-offer';
import { asBlock } from './completion-sections';
import type { Insertion } from './insertion';

/** The body and the date of the report, at its end, where it has no signature. */
export function signatureOffers(spot: Spot): readonly Offer[] {
  const { report, line, location } = spot;
  const { issuer, date } = report.prose.signature;
  const isLast = location.section !== undefined && location.section === report.sections.at(-1);
  if (date !== null || !isLast || !line.isFirst || line.markup.trim() !== '' || line.rest.trim() !== '') return [];
  if (location.section?.id !== 'other' || line.start < endPlace(report) || location.section.body === null) return [];
  if (report.text.slice(line.from + line.typed.length).trim() !== '') return [];
  const name = report.issuer;
  const year = report.year === null ? { placeholder: '××××' } : { placeholder: String(report.year + 1) };
  const day: Insertion = [year, '年', { placeholder: '1' }, '月', { placeholder: '31' }, '日'];
  const needsName = name !== null && issuer === null;
  return [
    {
      kind: 'sentence',
      label: needsName ? '落款和成文日期' : '成文日期',
      detail: phrase`报告末尾，日期按实际填写`,
      note: phrase`县级以上人民政府部门的年度报告应在1月31日前公布。`,
      clause: formatClause(report.edition.id).words,
      keys: ['落款和成文日期', '成文日期', '落款', ...(name === null ? [] : [name])],
      insertion: asBlock(spot, needsName ? [name, report.eol, report.eol, ...day] : day),
    },
  ];
}

/** The title of a report that has none, before its first section. */
export function titleOffers(spot: Spot): readonly Offer[] {
  const { report, line } = spot;
  const [first] = report.sections;
  if (report.title !== null || first === undefined || line.start >= first.span.start) return [];
  if (
    report.text
      .slice(0, line.start)
      .replace(/^\ufeff/, '')
      .trim() !== ''
  )
    return [];
  const { issuer, year } = report;
  const ending = '年政府信息公开工作年度报告';
  const markup = report.layout === 'markdown' && line.markup.trim() === '' ? '# ' : '';
  return [
    {
      kind: 'title',
      label: `${issuer ?? '〈机关全称〉'}${year ?? '〈年份〉'}${ending}`,
      detail: phrase`缺少的标题`,
      clause: formatClause(report.edition.id).words,
      keys: [`${issuer ?? ''}${year ?? ''}${ending}`, ending.slice(1), '标题'],
      insertion: asBlock(spot, [
        markup,
        issuer ?? { placeholder: '××县××镇人民政府' },
        year === null ? { placeholder: '××××' } : String(year),
        ending,
      ]),
    },
  ];
}
