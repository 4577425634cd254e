/** Answers why a document is not audited, and takes the user's word that it is a report. */
import { recognise } from '../../report/recognition/recognise';
import { worded } from '../../text/wording';
import { answering } from '../guard';
import type { Service, Session } from '../session';
import type { InsistParams, Refusal, RefusalParams } from '../wire/recognition-protocol';
import { insistMethod, refusalMethod } from '../wire/recognition-protocol';

export const recognitionService: Service = { capabilities: () => ({}), serve };

const noReason: Refusal = { reason: null };

function serve(session: Session): void {
  const answer = answering(session.connection);
  session.connection.onRequest(
    refusalMethod,
    answer(refusalMethod, noReason, (params: RefusalParams) => refusalOf(session, params)),
  );
  session.connection.onRequest(
    insistMethod,
    answer(insistMethod, null, async ({ uri }: InsistParams): Promise<null> => {
      session.documents.insist(uri);
      session.refresh();
      return null;
    }),
  );
}

async function refusalOf({ documents }: Session, { uri, text }: RefusalParams): Promise<Refusal> {
  const audited = await documents.audited(uri);
  if (audited !== null) {
    const skipped = audited.snapshot.reports.map((part) => (part.status === 'skipped' ? part.reason : undefined));
    const [reason] = skipped;
    return skipped.includes(undefined) || reason === undefined
      ? noReason
      : { reason: worded(reason, audited.translations) };
  }
  const opened = await documents.opened(uri);
  const looked = opened?.document.getText() ?? text;
  if (looked === undefined) return noReason;
  const found = recognise(looked);
  return found.kind === 'report'
    ? noReason
    : { reason: worded(found.reason, opened?.translations ?? (await documents.translations(uri))) };
}
