/** One fault at least of every kind that the catalogue names; the rules on several reports (series/) are not among them. */
import type { Fault } from './fault';
import { bodyFaults } from './kinds/bodies';
import { contentFaults } from './kinds/content';
import { labelFaults, leftoverFaults } from './kinds/leftovers';
import { narrativeFaults } from './kinds/narrative';
import { conflictFaults, statedFaults } from './kinds/prose';
import { relationFaults } from './kinds/relation';
import { frameFaults, sectionFaults } from './kinds/structure';
import { cellFaults, lostLabel, rowFaults, wholeTableFaults, widthFaults } from './kinds/table';

export const faults: readonly Fault[] = [
  ...sectionFaults,
  ...frameFaults,
  ...contentFaults,
  ...wholeTableFaults,
  ...rowFaults,
  lostLabel,
  ...widthFaults,
  ...cellFaults,
  ...relationFaults,
  ...conflictFaults,
  ...narrativeFaults,
  ...statedFaults,
  ...bodyFaults,
  ...leftoverFaults,
  ...labelFaults,
];
