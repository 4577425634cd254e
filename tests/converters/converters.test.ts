/** The outputs of converters over clean forms: nothing throws, nothing is misread but what is listed, what is read whole stays so. */
import { describe, expect, test } from 'vitest';
import { pageOf } from './form-page';
import { forms, printedForm } from './forms';
import { failureLines, knownList, readOutputs, wholeList } from './outputs';
import { isWhole, readOutput } from './read-output';

const renew = 'if this is as it should be: npm run converters -- --accept';

describe('the forms themselves', () => {
  test.each(forms)('$name is read whole as a page', (form) => {
    const outcome = readOutput(form, pageOf(printedForm(form)));
    expect(isWhole(outcome), JSON.stringify(outcome)).toBe(true);
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
