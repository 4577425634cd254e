/** What is told at a place, as a reader sees it: one line a block. */
import type { Hover } from '../../server/src/features/hover/hover-blocks';
import type { Report } from '../../server/src/report/report';
import { clauseById } from '../../server/src/standard/clause-pages';
import { worded } from '../../server/src/text/wording';
import type { Snapshot } from '../../server/src/workspace/snapshot';
import { snapshotOf } from '../../server/src/workspace/snapshot';

/** The offset of `▮` in `marked`, and the snapshot of the text without it. */
export function marked(text: string): { readonly snapshot: Snapshot; readonly offset: number; readonly text: string } {
  const offset = text.indexOf('▮');
  if (offset < 0 || text.indexOf('▮', offset + 1) >= 0) throw new Error('one ▮ is expected');
  const bare = text.replace('▮', '');
  return { snapshot: snapshotOf(bare, {}), offset, text: bare };
}

/** The only report of a snapshot. */
export function onlyReport(snapshot: Snapshot): Report {
  const [place] = snapshot.reports;
  if (place?.report == null || snapshot.reports.length !== 1) throw new Error('one report is expected');
  return place.report;
}

/** The blocks as lines; nothing where nothing is told. */
export function linesOf(hover: Hover | undefined): readonly string[] {
  return (hover?.blocks ?? []).flatMap((block): readonly string[] => {
    switch (block.kind) {
      case 'title':
        return [`# ${worded(block.text)}`];
      case 'text':
        return [worded(block.text)];
      case 'list':
        return block.items.map((item) => `- ${worded(item)}`);
      case 'page':
        return [`→ ${block.clause}`];
      case 'clauses':
        return [`依据：${block.clauses.map((id) => clauseById(id)?.name).join('、')}`];
      default:
        return block.rules.map(
          ({ rule, title, basis }) => `! ${rule} ${title}｜${basis === undefined ? '' : worded(basis.words)}`,
        );
    }
  });
}
