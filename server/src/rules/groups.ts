/** The groups that rules belong to by their ids, with what each looks at, for the README and the index of pages. */

export interface RuleGroup {
  /** What stands before the `/` of its rules' ids. */
  readonly id: string;
  readonly name: string;
  /** What its rules look at. */
  readonly checks: string;
}

export const ruleGroups: readonly RuleGroup[] = [
  {
    id: 'structure',
    name: '结构',
    checks: '标题、六个部分、统计期限、五个方面；缺了、乱了、空了、没填写、混入别的文字',
  },
  { id: 'table', name: '表格', checks: '三张标准表在不在、是不是适用的那一版，行、列、单元格和数字的写法' },
  { id: 'relation', name: '勾稽关系', checks: '数字之间的等式；几项不成立是同一个数填错的，只报那个数' },
  { id: 'prose', name: '正文', checks: '正文与表格、正文前后、占比、引用的文件、年份、机关、落款日期' },
  {
    id: 'series',
    name: '各年报之间',
    checks: '同一机关上一年的年报、下级与上级、名单、别的机关；一次审核几份年报时才核对',
  },
  { id: 'internal', name: '软件自身', checks: '本软件没有做成的事、不再需要的豁免' },
];

/** The group of a rule by its id. */
export function groupOf(id: string): RuleGroup | undefined {
  return ruleGroups.find((group) => id.startsWith(`${group.id}/`));
}
