/** What lies over the cells of a sheet: pictures, text boxes, and charts that cannot be read. */
import type { DocumentBlock } from '../document';
import type { OmissionCounter } from '../omissions';
import type { XmlElement } from '../xml';
import { elementsOf, textOf } from '../xml';

export function drawingBlocks(
  element: XmlElement,
  sheet: string,
  omissions: OmissionCounter,
): readonly DocumentBlock[] {
  switch (element.name) {
    case 'xdr:pic':
      return [{ kind: 'image', sheet }];
    case 'c:chart':
    case 'cx:chart':
      omissions.add('chart');
      return [];
    case 'dgm:relIds':
      omissions.add('diagram');
      return [];
    case 'a:p': {
      const text = paragraphText(element);
      return text.trim() === '' ? [] : [{ kind: 'paragraph', text, sheet }];
    }
    case 'mc:Fallback':
      // The same once more, for programs that are older than the first alternative.
      return [];
    default:
      return elementsOf(element).flatMap((child) => drawingBlocks(child, sheet, omissions));
  }
}

function paragraphText(element: XmlElement): string {
  return elementsOf(element)
    .map((child) => {
      if (child.name === 'a:t') return textOf(child);
      return child.name === 'a:br' ? '\n' : paragraphText(child);
    })
    .join('');
}
