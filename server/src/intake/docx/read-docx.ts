/** Word documents (.docx and its kin), whatever program wrote them. */
import { phrase } from '../../text/wording';
import { newBudget } from '../budget';
import type { Intake } from '../document';
import { omissionCounter } from '../omissions';
import { mainPart, relatedTree } from '../package';
import { readXml } from '../xml';
import { openZip } from '../zip';
import { blockReader } from './blocks';
import { noteBlocks } from './notes';
import { numberingFrom } from './numbering';
import type { Reading } from './reading';
import { stylesOf } from './styles';

/** Never throws. */
export function readDocx(bytes: Uint8Array): Intake {
  const zip = openZip(bytes);
  if (!zip.ok) return zip;
  const budget = newBudget();
  const main = mainPart(zip, budget);
  if (!main.ok) return main;
  const unpacked = zip.read(main.name);
  if (!unpacked.ok) return unpacked;
  const styles = stylesOf(relatedTree(zip, main.relations, 'styles', budget));
  const numbering = numberingFrom(relatedTree(zip, main.relations, 'numbering', budget), styles);
  const reading: Reading = { styles, numbering, budget, omissions: omissionCounter(), notes: [] };
  const reader = blockReader(reading);
  let isDocument = false;
  const flaw = readXml(unpacked.bytes, main.name, budget, {
    ...reader,
    open(name, attributes) {
      if (name === 'w:document') isDocument = true;
      reader.open(name, attributes);
    },
  });
  const blocks = [...reader.blocks(), ...noteBlocks(zip, main.relations, reading)];
  const reason = flaw ?? budget.refusal() ?? (isDocument ? undefined : phrase`文件不是 Word 文档，或已损坏`);
  if (reason !== undefined) return { ok: false, reason };
  return { ok: true, document: { kind: 'docx', blocks, omissions: reading.omissions.all() } };
}
