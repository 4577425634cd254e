/** The editions of the official format (政府信息公开工作年度报告格式), in the order of their years: whoever adds one adds it here. */
import { edition2019 } from './2019/edition';
import { edition2021 } from './2021/edition';

export const editionList = [edition2019, edition2021] as const;
