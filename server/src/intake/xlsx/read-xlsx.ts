import { phrase } from '../../text/wording';
import type { Intake } from '../document';
export function readXlsx(_bytes: Uint8Array): Intake {
  return { ok: false, reason: phrase`尚不支持` };
}
