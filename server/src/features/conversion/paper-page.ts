/** A page of its own for a report, to be printed or published: A4, in the fonts of official papers, loading nothing. */

const style = `
@page { size: A4; margin: 25mm 22mm; }
body { margin: 0 auto; max-width: 166mm; color: #000; background: #fff; font: 16px/1.8 "FangSong", "仿宋", "STFangsong", "Noto Serif CJK SC", "Songti SC", "SimSun", serif; }
section + section { break-before: page; }
h1 { font: 700 22px/1.5 "STZhongsong", "SimSun", "Songti SC", "Noto Serif CJK SC", serif; text-align: center; margin: 0 0 .3em; }
h2, h3, h4 { font-family: "SimHei", "Heiti SC", "Noto Sans CJK SC", sans-serif; font-size: 16px; margin: .8em 0 .3em; text-indent: 2em; break-after: avoid; }
h3 { font-family: "KaiTi", "Kaiti SC", "Noto Serif CJK SC", serif; }
p { margin: .2em 0; text-indent: 2em; text-align: justify; overflow-wrap: anywhere; }
.signed { text-align: right; margin-right: 2em; }
table { width: 100%; border-collapse: collapse; margin: .6em 0; font: 12px/1.4 "SimSun", "Songti SC", "Noto Serif CJK SC", serif; table-layout: auto; }
td { border: 1px solid #000; padding: 3px 4px; text-align: center; vertical-align: middle; overflow-wrap: anywhere; }
tr { break-inside: avoid; }
`;

/** Whole; `title` and `body` are markup already. `own`: what is set otherwise than the common style says. */
export function paperPage({
  title,
  body,
  own = '',
}: {
  readonly title: string;
  readonly body: string;
  readonly own?: string;
}): string {
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${style}${own}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
