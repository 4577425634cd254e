/** What a drawing holds: pictures, text boxes, and what cannot be read. */
import type { OmissionCounter } from '../omissions';
import type { XmlElement } from '../xml';
import { attributeOf, elementsOf } from '../xml';
import { chosenOf } from './alternatives';

export interface Drawn {
  images: number;
  /** The contents of text boxes, as blocks. */
  readonly boxes: XmlElement[];
}

export function readDrawing(element: XmlElement, drawn: Drawn, omissions: OmissionCounter): void {
  switch (element.name) {
    case 'w:object':
      // Its picture shows what it is, and is no more to be read.
      omissions.add('object');
      return;
    case 'w:txbxContent':
      drawn.boxes.push(element);
      return;
    case 'pic:pic':
    case 'v:imagedata':
      drawn.images++;
      return;
    case 'c:chart':
    case 'cx:chart':
      omissions.add('chart');
      return;
    case 'dgm:relIds':
      omissions.add('diagram');
      return;
    case 'v:textpath':
      drawn.boxes.push(boxWith(attributeOf(element.attributes, 'string') ?? ''));
      return;
    case 'mc:AlternateContent': {
      const chosen = chosenOf(element);
      if (chosen !== undefined) readDrawing(chosen, drawn, omissions);
      return;
    }
    default:
      for (const child of elementsOf(element)) readDrawing(child, drawn, omissions);
  }
}

/** Letters that are drawn (WordArt) are a text box with one paragraph. */
function boxWith(text: string): XmlElement {
  const names = ['w:txbxContent', 'w:p', 'w:r', 'w:t'];
  return names.reduceRight<XmlElement | string>(
    (child, name) => ({ name, attributes: {}, children: [child] }),
    text,
  ) as XmlElement;
}
