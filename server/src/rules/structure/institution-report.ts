/** The body is a public enterprise or institution, which owes no report of this form. */
import { isPublicInstitution } from '../../report/title/issuer';
import { article55 } from '../../standard/clauses';
import type { TextChange } from '../../standard/example';
import { phrase } from '../../text/wording';
import type { Rule } from '../rule';

const title = '清河县柳林镇人民政府2022年政府信息公开工作年度报告';
/** The examples' overview begins with its own body. */
const body: TextChange = ['清河县柳林镇人民政府认真', '本单位认真'];

export const institutionReport: Rule = {
  meta: {
    id: 'structure/institution-report',
    severity: 'information',
    title: '公共企事业单位的报告',
    summary: '报告机关是学校、医院、供水公司等公共企事业单位，它们的信息公开另有规定，不要求编制这种格式的年度报告。',
    why: '条例第五十五条把教育、卫生健康、供水、供电等公共企事业单位的信息公开交由主管部门另行规定（国办发〔2020〕50号），年度报告的统一格式是为行政机关制定的；自愿按这一格式编制的，照常审核。',
    clause: () => article55,
    whatToDo: '核实本单位是否需要编制；依照法律法规授权行使行政管理职能的组织，仍按这一格式编制。',
    fixes: [],
  },
  examples: {
    bad: [
      {
        shows: '医院的年度报告',
        changes: [[title, '⟦structure/institution-report: 清河县人民医院⟧2022年政府信息公开工作年度报告'], body],
      },
      {
        shows: '学校的年度报告',
        changes: [[title, '⟦structure/institution-report: 清河县第一中学⟧2022年政府信息公开工作年度报告'], body],
      },
    ],
    good: [
      {
        shows: '交易中心等其他单位不在此列',
        changes: [[title, '清河县公共资源交易中心2022年政府信息公开工作年度报告'], body],
        focus: '清河县公共资源交易中心',
      },
    ],
  },
  *check({ issuer, title: titled, prose }) {
    const named = titled?.issuer ?? prose.signature.issuer;
    if (issuer === null || named === null || !isPublicInstitution(issuer)) return;
    yield {
      span: named.span,
      message: phrase`“${issuer}”是公共企事业单位，信息公开按条例第五十五条和主管部门的规定执行，不要求编制这种格式的年度报告；以下照常审核。`,
      about: { names: [issuer] },
      key: 'institution',
    };
  },
};
