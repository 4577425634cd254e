/** Reports whose prose and cells have what some format takes for its own marks. */
import type { yearOf } from '../printed';
import type { Random } from '../reports/random';
import type { ReportBlock } from './random-report';
import { randomReport } from './random-report';

/** Paragraphs that begin or are made like marks of Markdown or HTML, and mean none. */
const oddParagraphs = [
  '井号#在中间的话，C#与第#1号。',
  '- 短横开头的一段话。',
  '* 星号开头的一段话。',
  '+ 加号开头的一段话。',
  '1. 公开平台建设稳步推进，全年更新栏目12个。',
  '2) 答复文书逐件审核。',
  '3．规范性文件应公开尽公开。',
  '> 大于号开头的一段话。',
  '竖线|在中间的一段话。',
  '`反引号`里的话。',
  '**两星**之间与*一星*之间的话。',
  '落单的**两星的话。',
  '_下划线_与__两条下划线__之间的话。',
  '~~波浪线~~之间的话。',
  '<b>标签</b>样的话，a<b，c>d。',
  '<table><tr><td>表格样的话',
  '没有收尾的<!-- 注释样的话。',
  '实体样的话：&amp;、&lt;、&#20214;、&nbsp;。',
  '"直引号"与\'单引号\'里的话。',
  '反斜杠\\与\\*开头的话。',
  '[链接](https://example.com/)样的话。',
  '```',
  '=1+1开头的一段话。',
  '+1+cmd|样的话。',
  '依法&公开<的>话',
  '&',
  '公开目录见 http://example.com/a_b_c*d 一栏。',
  '长段落一句接一句，公开内容涵盖机构职能、政策文件和办事指南。'.repeat(60),
] as const;

/** What clerks write where a figure belongs. */
const oddFigures = [
  '-',
  '—',
  '/',
  '',
  '０',
  '12.50',
  '1,234',
  '１２',
  '无',
  '3件',
  '*',
  '1*',
  '<5',
  '约5',
  '*1*',
  '_3_',
] as const;

/** `odd`: how probable it is that a paragraph follows another, or a figure is something else. */
export function oddReport(random: Random, edition: keyof typeof yearOf, odd: number): readonly ReportBlock[] {
  return randomReport(random, edition, random.pick([0, 0.2, 1])).flatMap((block): readonly ReportBlock[] => {
    if (block.kind === 'paragraph') {
      if (!block.text.endsWith('。')) return [block];
      const behind = oddParagraphs.filter(() => random.chance(odd));
      return [block, ...behind.map((text): ReportBlock => ({ kind: 'paragraph', text }))];
    }
    const grid = block.grid.map((cells) =>
      cells.map((cell) =>
        /^[\d.]*$/.test(cell.text) && random.chance(odd / 2) ? { ...cell, text: random.pick(oddFigures) } : cell,
      ),
    );
    return [{ kind: 'grid', grid }];
  });
}
