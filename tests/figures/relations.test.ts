/** How relations stand when figures are wrong, blank, a dash, unreadable or not there. */
import { describe, expect, test } from 'vitest';
import type { RelationOutcome } from '../../server/src/findings/finding';
import { printRow } from '../../server/src/standard/blank-form';
import { editions } from '../../server/src/standard/editions';
import { textOf } from '../../server/src/text/span';
import { worded } from '../../server/src/text/wording';
import { check } from '../rules/check';
import { printed } from '../support/printed';

const edition = editions['2021'];

/** A report in which three persons asked and two were granted what they asked for. */
const consistent = {
  'requests/received/natural-person': '3',
  'requests/received/total': '3',
  'requests/granted/natural-person': '2',
  'requests/granted/total': '2',
  'requests/disposed/natural-person': '2',
  'requests/disposed/total': '2',
  'requests/carried-out/natural-person': '1',
  'requests/carried-out/total': '1',
  'review/cases/reconsideration.upheld': '4',
  'review/cases/reconsideration.total': '4',
};

function reportWith(figures: Readonly<Record<string, string>>): string {
  return printed({ issuer: '清河县柳林镇人民政府', figures: { ...consistent, ...figures } }).replace(
    '未收到政府信息公开申请',
    '收到政府信息公开申请3件',
  );
}

function outcome(text: string, key: string): RelationOutcome {
  const found = check(text).coverage.outcomes.find(({ relation }) => relation.key === key);
  if (found === undefined) throw new Error(`no relation ${key}`);
  return found;
}

/** State of the relation `key`, with the reason where it is not assessable. */
function stateWith(figures: Readonly<Record<string, string>>, key: string): string {
  return stateOf(outcome(reportWith(figures), key));
}

function stateOf(found: RelationOutcome): string {
  return found.state === 'not-assessable' ? `${found.state}: ${worded(found.why)}` : found.state;
}

describe('blanks count as at least zero', () => {
  test('a relation that holds with the blanks at zero holds', () => {
    expect(stateWith({ 'requests/granted/research': '' }, 'disposition-total:research')).toBe('holds');
    expect(
      stateWith({ 'requests/granted/total': '', 'requests/granted/natural-person': '' }, 'applicant-total:granted'),
    ).toBe('holds');
  });

  test('a relation that a blank could make hold is not assessable', () => {
    const why = 'not-assessable: 有空白或“/”未填数字，填上后才能核对';
    expect(stateWith({ 'requests/granted/natural-person': '' }, 'disposition-total:natural-person')).toBe(why);
    expect(stateWith({ 'review/cases/reconsideration.total': '/' }, 'case-total:reconsideration')).toBe(why);
    expect(stateWith({ 'requests/carried-out/natural-person': '' }, 'request-balance:natural-person')).toBe(why);
  });

  test('a relation that no blank could make hold is broken', () => {
    expect(
      stateWith(
        { 'review/cases/reconsideration.upheld': '5', 'review/cases/reconsideration.pending': '' },
        'case-total:reconsideration',
      ),
    ).toBe('broken');
    expect(
      stateWith({ 'requests/granted/natural-person': '3', 'requests/granted/research': '' }, 'applicant-total:granted'),
    ).toBe('broken');
  });

  test('the message says that blanks were taken as 0', () => {
    const { findings } = check(
      reportWith({ 'review/cases/reconsideration.upheld': '5', 'review/cases/reconsideration.pending': '' }),
    );
    const broken = findings.find((finding) => finding.rule === 'relation/case-total');
    expect(broken?.message).toContain('相差1（空白按0计）');
    expect(broken?.related.map((place) => place.message)).toContain('行政复议“尚未审结”：空白');
  });
});

describe('figures that cannot be used', () => {
  test('an unreadable cell', () => {
    expect(stateWith({ 'requests/granted/natural-person': '若干' }, 'applicant-total:granted')).toBe(
      'not-assessable: “自然人”列（一）予以公开填的“若干”不是数字',
    );
  });

  test('a missing row', () => {
    const row = printRow(edition.tables.requests, 'declined-repeated', 'tsv', 'zero', '\n');
    const found = outcome(reportWith({}).replace(row, ''), 'disposition-total:total');
    expect(stateOf(found)).toBe('not-assessable: 第三部分“收到和处理政府信息公开申请情况”表缺少“2.重复申请”行');
  });

  test('a row of too few figures', () => {
    const text = reportWith({}).replace('2.重复申请\t0\t0\t0\t0\t0\t0\t0', '2.重复申请\t0\t0\t0\t0\t0\t0');
    const found = outcome(text, 'applicant-total:declined-repeated');
    expect(stateOf(found)).toBe('not-assessable: “2.重复申请”行无法确定每个数属于哪一列');
  });

  test('a missing table', () => {
    const text = reportWith({}).replace(/行政复议\t[\s\S]*?\n\n五、/, '五、');
    const found = outcome(text, 'case-total:reconsideration');
    expect(stateOf(found)).toBe('not-assessable: 没有第四部分“政府信息公开行政复议、行政诉讼情况”表');
  });
});

describe('coverage', () => {
  test('every instance is counted once', () => {
    const { coverage } = check(
      reportWith({ 'review/cases/reconsideration.total': '9', 'requests/granted/natural-person': '' }),
    );
    expect(coverage.holds + coverage.broken + coverage.notAssessable).toBe(42);
    expect(coverage.outcomes.map(({ relation }) => relation.key)).toEqual(edition.relations.map(({ key }) => key));
    expect(coverage.broken).toBe(1);
  });
});

describe('where the finding stands and what it offers', () => {
  test('one wrong part: one finding at that part for both relations, with its right value', () => {
    const text = reportWith({ 'requests/granted/natural-person': '7' });
    const { findings } = check(text);
    expect(findings.map((finding) => finding.rule)).toEqual(['relation/inconsistent-figure']);
    const cell = { table: 'requests', row: 'granted', column: 'natural-person' };
    const [finding] = findings;
    expect(finding && textOf(text, finding.span)).toBe('7');
    expect(finding?.suspect).toEqual({ span: finding?.span, reported: '7', expected: 2, cell });
    expect(finding?.related.map((place) => place.message)).toEqual([
      '“自然人”列（一）至（六）各项合计7、（七）总计2，应相等',
      '“（一）予以公开”行各类申请人合计7、总计2，应相等',
    ]);
    expect(finding?.fixes().map((fix) => fix.title)).toEqual(['把“自然人”列（一）予以公开改为2']);
  });

  test('no cell is surely the cause: at the total, the total first', () => {
    const text = reportWith({ 'review/cases/reconsideration.total': '6' });
    const [finding] = check(text).findings;
    expect(finding && textOf(text, finding.span)).toBe('6');
    expect(finding?.fixes().map((fix) => fix.title)).toEqual([
      '把行政复议“总计”改为4',
      '把行政复议“结果维持”改为6',
      '把行政复议“结果纠正”改为2',
      '把行政复议“其他结果”改为2',
      '把行政复议“尚未审结”改为2',
    ]);
  });

  test('no candidate below zero', () => {
    const text = reportWith({ 'review/cases/reconsideration.total': '3' });
    expect(
      check(text)
        .findings[0]?.fixes()
        .map((fix) => fix.title),
    ).toEqual(['把行政复议“总计”改为4', '把行政复议“结果维持”改为3']);
  });

  test('related places name every cell of the equation with its figure', () => {
    const { findings } = check(
      reportWith({ 'requests/carried-out/total': '', 'requests/carried-out/natural-person': '8' }),
    );
    const balance = findings.find((finding) => finding.rule === 'relation/request-balance');
    expect(balance?.related.map((place) => place.message)).toEqual([
      '“自然人”列一、本年新收政府信息公开申请数量：3',
      '“自然人”列二、上年结转政府信息公开申请数量：0',
      '“自然人”列（七）总计：2',
      '“自然人”列四、结转下年度继续办理：8',
    ]);
  });

  test('a blank that its relations determine is filled with that value', () => {
    const { findings } = check(reportWith({ 'requests/granted/natural-person': '' }));
    expect(findings.map((finding) => finding.rule)).toEqual(['table/empty-cell']);
    expect(findings[0]?.fixes()[0]?.title).toBe('“自然人”列（一）予以公开填2');
  });
});
