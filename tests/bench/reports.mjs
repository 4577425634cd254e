// Whole reports without a flaw, different in name, year, figures, layout and prose for every seed.
import { editedCells, figuresOf } from './figures.mjs';
import { paragraphs } from './prose.mjs';
import { between, pick, randomOf } from './random.mjs';
import { editions, headingOf, layouts, printForm } from './standard.mjs';

/** Stand before a place to be edited until the document is composed; such characters occur in no report. */
export const marks = {
  cell: { beginning: '\ue000', middle: '\ue001', end: '\ue002' },
  prose: { beginning: '\ue003', middle: '\ue004', end: '\ue005' },
};

const countyEndings = [...'宁安康平和顺清阳兴宜昌德'];
const firsts = [...'青白石沙柳梅松竹云金银玉凤龙马牛桥塘湖江山岭坪坝'];
const seconds = [...'水溪河口岩坡湾洲泉峰林源庄店集堡沟潭岗桥亭寨屯'];

/** Names of a county and a town; thousands in a row differ. */
export function namesOf(seed) {
  const round = Math.floor(seed / firsts.length);
  return {
    county: firsts[(seed * 11 + 5) % firsts.length] + countyEndings[(seed + round) % countyEndings.length],
    town: firsts[seed % firsts.length] + seconds[round % seconds.length],
  };
}

function issuerOf(seed) {
  const { county, town } = namesOf(seed);
  return `${county}县${town}${seed % 3 === 0 ? '乡' : '镇'}人民政府`;
}

/**
 * One report. `bytes` of additional prose are spread over its sections; `marked` puts {@link marks} before the places
 * to be edited: `whole` has all six, a position's name its own two.
 */
export function reportOf(seed, { bytes = 0, marked, layout = layouts[seed % layouts.length] } = {}) {
  const random = randomOf(seed);
  const edition = seed % 8 === 5 ? editions['2019'] : editions['2021'];
  const year = edition.id === '2019' ? between(random, 2019, 2020) : between(random, 2021, 2025);
  const issuer = issuerOf(seed);
  const figures = figuresOf(edition, random);
  const context = { random, issuer, year, figures, bytes, marked, layout };
  const hash = layout === 'markdown' ? '#' : '';
  const parts = edition.sections.map((section) => {
    const heading = `${hash && '## '}${headingOf(section)}\n\n`;
    return (
      heading +
      (section.table === undefined ? proseOf(section.id, context) : tableOf(edition.tables[section.table], context))
    );
  });
  return `${hash && '# '}${issuer}${year}年政府信息公开工作年度报告\n\n${parts.join('\n')}`;
}

function tableOf(table, { figures, layout, marked }) {
  const print = (cell) => {
    const position = Object.keys(editedCells).find((name) => isEdited(editedCells[name], cell, marked, name));
    return (position === undefined ? '' : marks.cell[position]) + figures.print(cell);
  };
  return printForm(table, layout, print, '\n');
}

/** A report marked for one position has its edit in the first of the cells. */
function isEdited(edited, cell, marked, name) {
  if (marked === undefined || edited.table !== cell.table) return false;
  const wanted = marked === 'whole' ? edited : editedCells.beginning;
  return (marked === 'whole' || marked === name) && wanted.row === cell.row && wanted.column === cell.column;
}

function proseOf(section, context) {
  const { random, bytes, year, issuer, marked } = context;
  const spot = (position) => (marked === 'whole' || marked === position ? marks.prose[position] : '');
  const more = (share) => paragraphs(random, bytes * share);
  const lines = {
    overview: () => [
      `${year}年，${issuer}认真贯彻落实《中华人民共和国政府信息公开条例》，${spot('beginning')}推进决策、执行、管理、服务、结果公开。`,
      '（一）主动公开情况。及时公开机构职能、财政预决算和重点领域信息。',
      ...more(0.25),
      `（二）依申请公开情况。${requestSentence(context)}`,
      ...more(0.05),
      '（三）政府信息管理情况。严格执行先审查、后公开，做好政府信息的制作、保存和更新。',
      ...more(0.2),
      `（四）政府信息公开平台建设情况。依托政府网站政府信息公开专栏，${spot('middle')}规范栏目设置，及时维护内容。`,
      ...more(0.2),
      `（五）监督保障情况。明确专人负责，加强业务培训，未发生因政府信息公开工作被追究责任的情况。${caseSentence(context)}`,
    ],
    problems: () => [
      '存在的主要问题：一是个别信息公开不够及时；二是工作人员业务能力有待提高。',
      ...more(0.2),
      `改进情况：一是健全信息发布工作机制，${spot('end')}及时更新公开内容；二是加强业务培训，提高工作水平。`,
      ...more(0.1),
    ],
    other: () => [`${year}年未收取政府信息公开信息处理费，没有其他需要报告的事项。`],
  };
  return `${lines[section]().join('\n\n')}\n`;
}

function requestSentence({ figures, year }) {
  const of = (row) => figures.at({ table: 'requests', row, column: 'total' });
  return (
    `${year}年新收政府信息公开申请${of('received')}件，上年结转${of('carried-in')}件，` +
    `本年度办结${of('disposed')}件，结转下年度继续办理${of('carried-out')}件。`
  );
}

function caseSentence({ figures, random }) {
  const of = (group) => figures.at({ table: 'review', row: 'cases', column: `${group}.total` });
  const litigation = of('direct-litigation') + of('litigation-after-reconsideration');
  const opening = pick(random, ['因政府信息公开工作', '本年度因政府信息公开']);
  return `${opening}被申请行政复议${of('reconsideration')}件，被提起行政诉讼${litigation}件。`;
}
