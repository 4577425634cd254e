/** A run as an official paper: the opinion on one body's report, or the circular on many with an opinion on each. */
import { circular } from './circular';
import { opinions, opinionTitle } from './opinion';
import type { Run, WholeFormat } from './output-format';
import { bodiesOf } from './overview';
import type { Paper } from './paper';

/** @param write the bytes of a document. */
export function paperFormat(write: (paper: Paper) => Promise<Uint8Array>): WholeFormat {
  return { needs: ['places'], whole: (run) => write(paperOf(run)) };
}

export function paperOf(run: Run): Paper {
  const audited = run.results.filter(({ record }) => record.status === 'audited');
  const [first] = audited;
  const isOneBody = audited.length === run.results.length && (audited.length === 1 || bodiesOf(audited).length === 1);
  return first !== undefined && isOneBody && audited.every(({ record }) => record.issuer === first.record.issuer)
    ? { title: opinionTitle(first.record), blocks: opinions(audited) }
    : circular(run);
}
