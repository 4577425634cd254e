/** How the kinds of bodies are called. */

/** By the level that `report/` tells from a body's name. */
export const levelNames = {
  township: '乡镇人民政府',
  subdistrict: '街道办事处',
  county: '县级人民政府',
  municipal: '市级人民政府',
  provincial: '省级人民政府',
  department: '部门或者其他单位',
  unknown: '没有从名称判断出来',
} as const;
