/** The help text. */
import { editionIds } from '../standard/editions';

const choices = editionIds.join('|');

/** What `--help` prints. */
export const help = `政务公开年报审核：逐格、逐句审核政府信息公开工作年度报告

用法：
  disclosure-audit [选项] <文件 | 文件夹 | 通配符 | -> ...  审核年报（- 表示标准输入）
  disclosure-audit compare [选项] <索引文件 | -> ...    比较各处审核时用 --index 写出的索引
  disclosure-audit convert 文件 --to 格式 [-o 文件]     把一份年报转换成另一种格式
  disclosure-audit explain [规则]                     说明一条规则；不写规则则列出全部
  disclosure-audit template [选项]                    打印标准格式的空白年报或表格

审核选项：
  --format 格式[=文件]            输出格式（默认 text），可重复，一次写几种：
                                  text、json、jsonl；sarif、junit、github（给程序和代码平台）；
                                  html（网页）、csv、xlsx（问题和数据汇总）、docx（审核意见、通报）
  -o, --output-file 文件          只有一种格式时写到文件；写成则整份写成，写不成则原文件不动
  --index 文件                    写出各年报的索引（每份一行 JSON：数字、位置、文字指纹），供比对和汇总
  --no-compare                    只审核每份年报，不互相比较（分几处审核时用，之后用 compare 一起比较）
  --quiet                         只报错误
  --statistics                    不列问题，列各条规则各有几处（text 格式）
  --max-warnings 个数             警告超过这个数时以 1 退出
  --color | --no-color            着色与否（默认看终端和 NO_COLOR、FORCE_COLOR）
  ${`--edition auto|${choices}`.padEnd(31)} 按哪一版格式审核（默认 auto，按年份判断）
  --rule 规则=级别                调整一条规则：off、hint、information、warning、error；可重复
  --config 文件                   本地要求文件（默认用离年报最近的 .disclosure-audit.json）；--rule 和 --edition 优先于它
  --baseline 文件                 以前用 --format json 写出的结果：其中已有的问题不再报，只报新的，少了的会说明
  --fix                           做完可以安全修正的（不改动数字），写回文件，再报余下的问题
  --diff, --dry-run               只写出 --fix 会改什么（unified diff），不写回；有要改的以 1 退出
  --watch                         审完不退出，文件有改动就再审改动的，按 Ctrl+C 结束
  --jobs 个数|auto                用几个线程审核（默认 auto：估计要两秒以上才用，有几个核用几个）；输出不变
  --cache                         结果记在 .disclosure-audit-cache 里，文件和要求都没有变的下次不再审
  --cache-location 文件夹         记在这个文件夹里（不用再写 --cache）
  --files-from 清单               要审核的文件列在清单里，一行一个，或者以 NUL 分隔（- 表示从标准输入读清单）
  --ignore-pattern 模式           文件夹中略过与模式相符的（写法同 .gitignore），可重复；直接写出的文件照审
  --no-ignore                     文件夹中不看 .gitignore
  --as-report                     不论文件像不像年报，一律按年报审核
  --fail-on error|warning|never   出现哪一级问题时以 1 退出（默认 error）
  --stdin-filename 名称           标准输入在结果中的文件名

转换选项：
  --to docx|html|md|txt           写成 Word 文档（标准表格、公文字体）、网页、Markdown 或文本；可由 -o 的扩展名看出
  -o, --output-file 文件          写到文件（默认标准输出）
  --layout 排法                   md、txt 中表格的排法（默认 md 用 markdown，txt 用 tsv），同下

模板选项：
  --year 年份   --org 机关名称   --edition ${choices}   --zero（数字填 0，默认留空）
  --table disclosure|requests|review
  --layout markdown|html|tsv|tab-cell|bar-line|bar-row|bar-alone|stacked|spaced（默认 markdown）

其他：
  -h, --help   -V, --version

示例：
  disclosure-audit 年报.txt
  disclosure-audit --format json --fail-on warning reports/ > result.json
  disclosure-audit --format html=审核结果.html --format xlsx=数据汇总.xlsx --format docx=通报.docx reports/
  disclosure-audit --rule structure/nonstandard-section-title=off reports/
  disclosure-audit convert 年报.docx --to md -o 年报.md
  disclosure-audit template --year 2023 --org 示例县示例镇人民政府 > 年报.md

退出码：0 没有达到 --fail-on 的问题；1 有；2 用法错误、文件无法读取、本地要求文件有误、
结果写不出去或程序出错（其余文件照常审核）。
通配符有 *、?、[…]、{甲,乙} 和表示任意层文件夹的 **；文件夹中只看 .txt、.md、.markdown、.html、.htm、.disclosure-report 文件。
输入可为 UTF-8、UTF-16 或 GB18030（GBK）；不是年报的文件列为“跳过”，并说明原因。
`;
