/** A document's number, title or article is cited wrongly. */
import type { ProposedFix } from '../../audit/finding';
import { replaceFix } from '../../audit/fixes';
import type { Citation } from '../../report/prose';
import type { Report } from '../../report/report';
import type { CitedDocument } from '../../standard/citations';
import { citedDocuments, groundArticles, misnamedRegulation, regulationTitle } from '../../standard/citations';
import type { Span } from '../../text/span';
import { textOf } from '../../text/span';
import type { Wording } from '../../text/wording';
import { phrase, worded } from '../../text/wording';
import type { Problem, Rule } from '../rule';

type NumberCitation = Citation & { kind: 'number' };

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
      const problem = problemOf(report, citation);
      if (problem !== undefined) yield problem;
    }
  },
};

function problemOf(report: Report, citation: Citation): Problem | undefined {
  switch (citation.kind) {
    case 'title':
      return misnamedRegulation.test(citation.text)
        ? wrong(report, citation.span, regulationTitle, phrase`条例的名称`)
        : undefined;
    case 'article':
      return citation.articles.some((article) => groundArticles.includes(article))
        ? undefined
        : wrong(report, citation.span, '第五十条', phrase`年度报告的编制依据`);
    case 'number':
      return numberProblem(report, citation);
  }
}

function numberProblem(report: Report, citation: NumberCitation): Problem | undefined {
  const candidates = candidatesFor(citation);
  if (candidates.length === 0) return undefined;
  const exact = candidates.find((each) => isNumberOf(each, citation));
  if (exact === undefined) {
    const meant = candidates.find((each) => each.serial === citation.serial) ?? ownOf(candidates, report);
    return wrong(report, citation.span, meant.number, phrase`《${meant.title}》的文号`);
  }
  if (citation.title !== null && exact.edition === '2021' && citation.title.text.includes('试行')) {
    const problem = wrong(report, citation.title.span, exact.title, phrase`${exact.number}的名称`);
    return citation.title.text === citedTitle('2019') ? problem : { ...problem, fixes: () => [] };
  }
  return otherEdition(report, citation, exact);
}

function citedTitle(edition: string): string {
  return citedDocuments.find((each) => each.edition === edition)?.title ?? '';
}

/** A right citation of the other edition's format. */
function otherEdition(report: Report, citation: NumberCitation, cited: CitedDocument): Problem | undefined {
  if (cited.edition === undefined || cited.edition === report.edition.id || report.year === null) return undefined;
  if (!citation.onReports) return undefined;
  return {
    span: citation.span,
    severity: 'hint',
    message: phrase`${report.year}年度的报告适用${report.edition.document}规定的格式，而正文引用的是${cited.number}。`,
    key: `edition:${cited.number}`,
  };
}

/** The documents that a citation can mean: by the title beside it, or by a number that almost is theirs. */
function candidatesFor(citation: NumberCitation): readonly CitedDocument[] {
  const { title, agency } = citation;
  const isOrder = agency === '国务院令';
  if (title !== null) {
    return citedDocuments.filter((each) => each.titleSign.test(title.text) && (each.year === null) === isOrder);
  }
  if (isOrder || !citation.onReports) return [];
  const format = citedDocuments.filter((each) => each.edition !== undefined);
  return format.some((each) => each.serial === citation.serial && /^国办/.test(agency)) ? format : [];
}

function isNumberOf(document: CitedDocument, { agency, year, serial }: NumberCitation): boolean {
  return document.agency === agency && document.year === year && document.serial === serial;
}

/** The document of the report's own edition, where the candidates are the two formats. */
function ownOf(candidates: readonly CitedDocument[], report: Report): CitedDocument {
  return candidates.find((each) => each.edition === report.edition.id) ?? (candidates[0] as CitedDocument);
}

function wrong(report: Report, span: Span, right: string, what: Wording): Problem {
  const written = textOf(report.text, span).replace(/\s+/g, '');
  const fix = (): readonly ProposedFix[] => [replaceFix(phrase`改为“${right}”`, 'suggested', span, right)];
  return {
    span,
    message: phrase`${what}写作“${written}”，应为“${right}”。`,
    key: `${worded(what)}:${written}`,
    fixes: fix,
  };
}
