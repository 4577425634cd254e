/** A document's number, title or article is cited wrongly. */
import type { Fix } from '../../findings/finding';
import { replaceFix } from '../../fixes/fixes';
import type { Citation, NumberCitation } from '../../report/prose/prose';
import type { Report } from '../../report/report';
import type { CitedDocument, CitedFormat } from '../../standard/citations';
import {
  citedDocuments,
  citedFormats,
  groundArticles,
  misnamedRegulation,
  regulationTitle,
  trialMark,
} from '../../standard/citations';
import type { NationalDocument } from '../../standard/edition';
import { seenText } from '../../text/seen';
import type { Span } from '../../text/span';
import type { Wording } from '../../text/wording';
import { phrase, worded } from '../../text/wording';
import type { Problem, Rule } from '../rule';

export const wrongCitation: Rule = {
  meta: {
    id: 'prose/wrong-citation',
    severity: 'information',
    title: '文件引用有误',
    summary: '引用的条例、年度报告格式、信息处理费管理办法，文号、名称或者条款与原件不符。',
    why: '依据写错会让人找不到文件，也会被认为照抄旧稿。',
    clause: null,
    whatToDo: '对照原件改正文号、名称或者条款。',
    fixes: ['改为正确的文号、名称或者条款。'],
  },
  examples: {
    bad: [
      {
        shows: '年度报告格式的文号写错',
        changes: [
          [
            '依法做好政府信息公开工作。',
            '按照《中华人民共和国政府信息公开工作年度报告格式》（⟦prose/wrong-citation: 国办发〔2021〕30号⟧）编制本报告。',
          ],
        ],
        fixed: [
          [
            '依法做好政府信息公开工作。',
            '按照《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）编制本报告。',
          ],
        ],
      },
      {
        shows: '条例的文号是旧条例的',
        changes: [['信息公开条例》，', '信息公开条例》（⟦prose/wrong-citation: 国务院令第492号⟧），']],
        fixed: [['信息公开条例》，', '信息公开条例》（国务院令第711号），']],
      },
      {
        shows: '编制依据的条款是旧条例的',
        changes: [
          [
            '依法做好政府信息公开工作。',
            '依据《政府信息公开条例》⟦prose/wrong-citation: 第三十二条⟧规定，编制本报告。',
          ],
        ],
        fixed: [['依法做好政府信息公开工作。', '依据《政府信息公开条例》第五十条规定，编制本报告。']],
      },
    ],
    good: [
      {
        shows: '引用正确',
        changes: [
          [
            '依法做好政府信息公开工作。',
            '按照《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）编制本报告。',
          ],
        ],
        focus: '国办公开办函〔2021〕30号',
      },
    ],
  },
  *check(report) {
    for (const citation of report.prose.citations) {
      const problem = citationProblem(report, citation);
      if (problem !== undefined) yield problem;
    }
  },
};

function citationProblem(report: Report, citation: Citation): Problem | undefined {
  switch (citation.kind) {
    case 'title':
      return misnamedRegulation.test(citation.text)
        ? wrong(report, citation.span, regulationTitle, phrase`条例的名称`)
        : outdatedTitle(report, citation);
    case 'article':
      return citation.articles.some((article) => groundArticles.includes(article))
        ? undefined
        : wrong(report, citation.span, '第五十条', phrase`年度报告的编制依据`);
    case 'number':
      return numberProblem(report, citation);
  }
}

function numberProblem(report: Report, citation: NumberCitation): Problem | undefined {
  const candidates = documentsMeant(report, citation);
  if (candidates.length === 0) return undefined;
  const exact = candidates.find((each) => isNumberOf(each, citation));
  if (exact === undefined || citation.brackets === 'lost') {
    const meant = exact ?? candidates.find((each) => each.serial === citation.serial) ?? ownOf(candidates, report);
    return wrong(report, citation.span, meant.number, phrase`《${meant.title}》的文号`);
  }
  return titleProblem(report, citation, exact) ?? otherEdition(report, citation, exact);
}

/** A right number beside a title that is the other format's. */
function titleProblem(report: Report, citation: NumberCitation, document: CitedDocument): Problem | undefined {
  const { title } = citation;
  const cited = citedFormats.find((format) => format === document);
  if (title === null || cited === undefined) return undefined;
  const notice = oldNotice(title.text);
  const isTrial = title.text.includes(trialMark) || notice !== undefined;
  if (!isTrialFormat(cited) && isTrial) {
    const right = notice === undefined ? cited.title : title.text.replace(notice.noticeWords, cited.noticeWords);
    const problem = wrong(report, title.span, right, phrase`${cited.number}的名称`);
    const isWhole = notice !== undefined || citedFormats.some((format) => format.title === title.text);
    return isWhole ? problem : { ...problem, fixes: () => [] };
  }
  const own = report.edition.format;
  if (isTrialFormat(cited) && !isTrial && !isTrialFormat(own) && report.year !== null) {
    return wrong(report, citation.span, own.number, phrase`《${own.title}》的文号`);
  }
  return undefined;
}

function isTrialFormat({ title }: NationalDocument): boolean {
  return title.includes(trialMark);
}

/** The format whose notice has a title that names none. */
function oldNotice(title: string): CitedFormat | undefined {
  return citedFormats.find(({ noticeSign }) => noticeSign?.test(title));
}

/** The trial format, or the notice that issued it, named without a number in a report of the later edition. */
function outdatedTitle(report: Report, { text, span }: Citation & { kind: 'title' }): Problem | undefined {
  if (isTrialFormat(report.edition.format) || report.year === null) return undefined;
  const isOldFormat = text.includes(trialMark) && citedFormats.some(({ titleSign }) => titleSign.test(text));
  const isNotice = oldNotice(text) !== undefined && text.startsWith('国务院办公厅');
  if (!isOldFormat && !isNotice) return undefined;
  const isNumbered = report.prose.citations.some(
    (each) => each.kind === 'number' && each.title !== null && each.title.span.end === span.end,
  );
  return isNumbered ? undefined : editionProblem(report, span, `《${text}》`);
}

/** A right citation of the other edition's format. */
function otherEdition(report: Report, citation: NumberCitation, cited: CitedDocument): Problem | undefined {
  if (cited.edition === undefined || cited.edition === report.edition.id || report.year === null) return undefined;
  return isOnReports(report, citation) ? editionProblem(report, citation.span, cited.number) : undefined;
}

function editionProblem(report: Report, span: Span, cited: string): Problem {
  return {
    span,
    severity: 'hint',
    message: phrase`${String(report.year)}年度的报告适用${report.edition.format.number}规定的格式，而正文引用的是${cited}。`,
    key: `edition:${cited}`,
  };
}

/** Whether the citation is the ground for this report: by its sentence's words, or since it stands in the preface. */
function isOnReports({ sections }: Report, { onReports, span }: NumberCitation): boolean {
  return onReports || span.start < (sections[0]?.span.start ?? 0);
}

/** The documents that a citation can mean: by the title beside it, or by a number that almost is theirs. */
function documentsMeant(report: Report, citation: NumberCitation): readonly CitedDocument[] {
  const { title, agency } = citation;
  const isOrder = agency === '国务院令';
  if (title !== null) {
    if (oldNotice(title.text) !== undefined) return /^国办/.test(agency) ? citedFormats : [];
    return citedDocuments.filter((each) => each.titleSign.test(title.text) && (each.year === null) === isOrder);
  }
  if (isOrder || !/^国办/.test(agency) || !isOnReports(report, citation)) return [];
  return citedFormats.some((each) => isAlmost(report, citation, each)) ? citedFormats : [];
}

/** A number with one of its parts wrong; in the preface no other number of the same office is the ground for a report. */
function isAlmost(
  report: Report,
  { agency, year, serial, span, onReports }: NumberCitation,
  meant: CitedDocument,
): boolean {
  if (meant.serial === serial) return meant.year === year || meant.agency === agency;
  const isPreface = span.start < (report.sections[0]?.span.start ?? 0);
  return isPreface && onReports && meant.agency === agency && meant.year === year;
}

function isNumberOf(document: CitedDocument, { agency, year, serial }: NumberCitation): boolean {
  return document.agency === agency && document.year === year && document.serial === serial;
}

/** The document of the report's own edition, where the candidates are the two formats. */
function ownOf(candidates: readonly CitedDocument[], report: Report): CitedDocument {
  return candidates.find((each) => each.edition === report.edition.id) ?? (candidates[0] as CitedDocument);
}

function wrong(report: Report, span: Span, right: string, what: Wording): Problem {
  const written = seenText(report.view, span.start, span.end).replace(/\s+/g, '');
  const fix = (): readonly Fix[] => [replaceFix(phrase`改为“${right}”`, 'suggested', span, right)];
  return {
    span,
    message: phrase`${what}写作“${written}”，应为“${right}”。`,
    about: { names: [written, right] },
    key: `${worded(what)}:${written}`,
    fixes: fix,
  };
}
