/** Lines that name a document: what a Chinese document's title looks like, whatever the document is. */

const longest = 80;
/** A title says what kind of document it names, last of all; the year may stand in brackets behind it. */
const kindAtEnd =
  /(?:报告|年报)[》”"）)*_\s]{0,4}(?:[（(【[]?(?:20[0-9]{2}|[二〇零○一三四五六七八九]{4})年?度?[）)】\]])?[*_\s]{0,4}(?:\{[^{}]{0,60}\})?$/;
const sentenceMark = /[，。；？！：]/;
/** `为……公开……报告`: a sentence that goes on. */
const beginsSentence = /^[\s\u3000]*(?:根据|按照|依据|依照|为|现|本|由|并|和|及|与|的)/;
const goesOnBehind = /^[\s\u3000]*[，。；、：》）)]/;

/** Whether `line` is a title: it ends its paragraph, and joins no line above or below. `next` is the line below it. */
export function namesDocument(line: string, next: string): boolean {
  return (
    line.length <= longest &&
    kindAtEnd.test(line) &&
    !sentenceMark.test(line) &&
    !beginsSentence.test(line) &&
    !goesOnBehind.test(next)
  );
}
