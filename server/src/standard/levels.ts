/** How the kinds of bodies are called. */
import { phrase } from '../text/wording';

/** By the level that `report/` tells from a body's name. */
export const levelNames = {
  township: phrase`乡镇人民政府`,
  subdistrict: phrase`街道办事处`,
  county: phrase`县级人民政府`,
  municipal: phrase`市级人民政府`,
  provincial: phrase`省级人民政府`,
  department: phrase`部门或者其他单位`,
  institution: phrase`公共企事业单位或者群团组织`,
  unknown: phrase`没有从名称判断出来`,
} as const;
