/** The words of the preview's page, in the editor's language. */

import { say } from '../say';
import { restartWord, troubleWords } from '../trouble';
import type { Words } from './messages';

export function pageWords(): Words {
  return {
    counts: say('Findings: {0}', '{0}'),
    noFindings: say('No findings'),
    error: say('Error'),
    warning: say('Warning'),
    information: say('Information'),
    hint: say('Hint'),
    related: say('Concerned by a finding'),
    basis: say('Basis: {0}', '{0}'),
    coverage: say('Sums checked: {0} hold, {1} do not', '{0}', '{1}'),
    notFinished: say('Not filled in completely'),
    unfilled: say('{0} cells not filled in yet', '{0}'),
    notAssessable: say('{0} could not be judged', '{0}'),
    skipped: say('Not audited: {0}', '{0}'),
    missingRow: say('The document lacks this row. To fill it in, put the row into the text first.'),
    missingTable: say('The standard table is missing here: {0}', '{0}'),
    ambiguous: say('It cannot be told which column each figure belongs to. Click to set the text right.'),
    blank: say('blank'),
    extraRow: say('The official form does not have this row. Click to change it in the text.'),
    rest: say('Other words in the table'),
    image: say('Image: {0}', '{0}'),
    closedImage: say('What stands in an image cannot be filled in here.'),
    tooLarge: say('Nothing was pasted: {0} rows of {1} cells have no room from this cell on.', '{0}', '{1}'),
    print: say('Print / Save as PDF'),
    loading: say('The report is being read…'),
    notReport: say('This document is not an annual report, or auditing is switched off for it.'),
    failed: say('The preview cannot be shown: the report audit server is not running.'),
    refused: say('The file cannot be read: {0}', '{0}'),
    omitted: say('Not read: {0}', '{0}'),
    old: troubleWords('stopped', 'old results'),
    restart: restartWord(),
  };
}
