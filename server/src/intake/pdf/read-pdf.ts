import { phrase } from '../../text/wording';
import type { Intake } from '../document';
export async function readPdf(_bytes: Uint8Array): Promise<Intake> {
  return { ok: false, reason: phrase`尚不支持` };
}
