/** A rule's page in Markdown, and the index of all pages: the same text for `explain`, the editor and server/docs. */
import { severityNames } from '../findings/severity-names';
import type { Edition } from '../standard/edition';
import { lastYearOf, newestFirst } from '../standard/editions';
import type { Example, ExampleReport } from '../standard/example';
import { worded } from '../text/wording';
import { excerptOf, fixedExcerpt } from './example';
import { groupOf, ruleGroups } from './groups';
import { everyRule, ruleById } from './registry';
import type { Rule, RuleMeta } from './rule';
import type { SeriesExample, SeriesRule } from './series-rule';

/** The page of the rule `id`; `null` where there is no such rule. */
export function explainRule(id: string): string | null {
  const rule = ruleById(id);
  return rule === undefined ? null : pageOf(rule);
}

/** The file name of a rule's page, e.g. `relation-case-total.md`. */
export function pageName(id: string): string {
  return `${id.replace('/', '-')}.md`;
}

/** The page that lists all rules, group by group. */
export function rulesIndex(): string {
  const lines = ['# 审核规则'];
  for (const { id: group, name, checks } of ruleGroups) {
    lines.push('', `<a id="${group}"></a>`, '', `## ${name}`, '', `${checks}。`, '');
    lines.push('| 规则 | 名称 | 级别 | 报告什么 | 快速修复 |', '| --- | --- | --- | --- | --- |');
    for (const { meta } of everyRule.filter(({ meta: { id } }) => groupOf(id)?.id === group)) {
      const fix = meta.fixes.length > 0 ? '有' : '–';
      lines.push(
        `| [${meta.id}](${pageName(meta.id)}) | ${meta.title} | ${severityNames[meta.severity]} | ${meta.summary} | ${fix} |`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

function pageOf({ meta, examples }: Rule | SeriesRule): string {
  const group = groupOf(meta.id)?.name ?? '';
  const parts = [
    `# ${meta.title}`,
    `规则编号 \`${meta.id}\` · ${group} · 默认级别：${severityNames[meta.severity]}`,
    `## 报告什么\n\n${meta.summary}`,
    `## 为什么\n\n${meta.why}`,
    `## 依据\n\n${clauseLines(meta)}`,
    ...examples.bad.map((example, i) => badPart(example, i === 0 ? '## 有问题的写法' : '')),
    ...examples.good.map((example, i) => goodPart(example, i === 0 ? '## 正确的写法' : '')),
    `## 怎么改\n\n${meta.whatToDo}`,
    `## 快速修复\n\n${meta.fixes.length > 0 ? meta.fixes.map((fix) => `- ${fix}`).join('\n') : '没有快速修复，需要人工判断。'}`,
    `## 设置\n\n在设置 \`disclosureAudit.rules\` 中写 \`"${meta.id}": "off"\` 可以关闭这条规则，也可以写 \`error\`、\`warning\`、\`information\`、\`hint\` 改变级别。写进年报所在文件夹（或上级文件夹）的 \`.disclosure-audit.json\` 的 \`rules\`，命令行也照办。`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function clauseLines({ clause }: RuleMeta): string {
  if (clause === null) return '本软件的内部规则，不依据法规。';
  const all = newestFirst.map((edition) => ({ edition, text: worded(clause(edition.id).words) }));
  const texts = [...new Set(all.map(({ text }) => text))];
  if (texts.length === 1) return `- ${texts[0]}`;
  return all.map(({ edition, text }) => `- ${periodOf(edition)}的报告：${text}`).join('\n');
}

function periodOf(edition: Edition): string {
  const { firstYear } = edition;
  const last = lastYearOf(edition);
  if (last === undefined) return `${firstYear}年及以后`;
  if (last === firstYear) return `${firstYear}年`;
  return last === firstYear + 1 ? `${firstYear}年、${last}年` : `${firstYear}年至${last}年`;
}

function badPart(example: Example | SeriesExample, heading: string): string {
  const shown = `${example.shows}（\`⟦规则编号: …⟧\` 标出报告的位置）：\n\n${shownPart(example)}`;
  const after = 'reports' in example ? undefined : fixedExcerpt(example);
  const fixed = after === undefined ? '' : `\n\n用快速修复改好以后：\n\n${fenced(after)}`;
  return `${heading === '' ? '' : `${heading}\n\n`}${shown}${fixed}`;
}

function goodPart(example: Example | SeriesExample, heading: string): string {
  return `${heading === '' ? '' : `${heading}\n\n`}${example.shows}：\n\n${shownPart(example)}`;
}

/** Of several reports each under the name of its file, a roster first. */
function shownPart(example: ExampleReport | SeriesExample): string {
  if (!('reports' in example)) return fenced(excerptOf(example));
  const roster =
    example.bodies === undefined ? [] : [['.disclosure-audit.json', `"bodies": ${example.bodies}`] as const];
  const reports = example.reports.map((report) => [report.file, excerptOf(report)] as const);
  return [...roster, ...reports].map(([file, text]) => `\`${file}\`\n\n${fenced(text)}`).join('\n\n');
}

function fenced(text: string): string {
  return `\`\`\`text\n${text}\n\`\`\``;
}
