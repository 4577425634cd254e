/** The outputs of converters over clean forms: nothing throws, nothing is misread but what is listed, what is read whole stays so. */
import { describe, expect, test } from 'vitest';
import { pageOf } from './form-page';
import { forms, printedForm } from './forms';
import { failureLines, knownList, readOutputs, wholeList } from './outputs';
import { isWhole, lostFigures, readOutput } from './read-output';

const renew = 'if this is as it should be: npm run converters -- --accept';

describe('the forms themselves', () => {
  test.each(forms)('$name is read whole as a page', (form) => {
    const outcome = readOutput(form, pageOf(printedForm(form)));
    expect(isWhole(outcome), JSON.stringify(outcome)).toBe(true);
  });
});

describe('a figure is lost by the converter', () => {
  const [form] = forms as readonly [(typeof forms)[number]];
  const figures = [...form.figures].map(([, figure]) => figure);
  const keys = [...form.figures.keys()];

  test('where no run of digits states it: left out, or stuck to another', () => {
    expect(lostFigures(form, figures.slice(2).join(' '))).toEqual(keys.slice(0, 2));
    expect(lostFigures(form, figures.slice(0, 2).join('') + figures.slice(2).join(' '))).not.toEqual([]);
  });

  test('and not where it stands there, emphasised, escaped or over two lines', () => {
    expect(lostFigures(form, figures.join(' '))).toEqual([]);
    expect(lostFigures(form, figures.map((figure) => `**${figure.replace('.', '\\.')}**`).join('|'))).toEqual([]);
    expect(lostFigures(form, figures.map((figure) => figure.replace(/(?=.$)/, '\n')).join(' '))).toEqual([]);
  });

  test('a 0 of many by their number', () => {
    const [, sparse] = forms as readonly [unknown, (typeof forms)[number]];
    const all = [...sparse.figures].map(([, figure]) => figure);
    expect(lostFigures(sparse, all.join(' '))).toEqual([]);
    expect(lostFigures(sparse, all.join(' ').replace(' 0 ', ' '))).toHaveLength(1);
  });
});

describe('the outputs', () => {
  const read = readOutputs();

  test('every form has some', () => {
    expect(forms.map(({ name }) => name).filter((name) => !read.some(({ form }) => form === name))).toEqual([]);
  });

  test('none throws, has a cell read wrong, a figure taken for a blank, or is silent on what it did not read, but those of known.txt', () => {
    expect(failureLines(read), renew).toEqual(knownList());
  });

  test('those of whole.txt are read whole', () => {
    const whole = new Set(read.filter(({ outcome }) => isWhole(outcome)).map(({ id }) => id));
    expect(wholeList().filter((id) => !whole.has(id))).toEqual([]);
  });
});
