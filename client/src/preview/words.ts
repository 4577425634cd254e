/** The words of the preview's page, in the editor's language. */
import { l10n } from 'vscode';
import { restartWord, troubleWords } from '../trouble';
import type { Words } from './messages';

export function pageWords(): Words {
  return {
    counts: l10n.t('Findings: {0}', '{0}'),
    noFindings: l10n.t('No findings'),
    error: l10n.t('Error'),
    warning: l10n.t('Warning'),
    information: l10n.t('Information'),
    hint: l10n.t('Hint'),
    related: l10n.t('Concerned by a finding'),
    basis: l10n.t('Basis: {0}', '{0}'),
    coverage: l10n.t('Sums checked: {0} hold, {1} do not', '{0}', '{1}'),
    notFinished: l10n.t('Not filled in completely'),
    unfilled: l10n.t('{0} cells not filled in yet', '{0}'),
    notAssessable: l10n.t('{0} could not be judged', '{0}'),
    skipped: l10n.t('Not audited: {0}', '{0}'),
    missingRow: l10n.t('This row is missing in the document'),
    missingTable: l10n.t('The standard table is missing here: {0}', '{0}'),
    ambiguous: l10n.t('It cannot be told which column each figure belongs to'),
    blank: l10n.t('blank'),
    extraRow: l10n.t('The official form does not have this row'),
    rest: l10n.t('Other words in the table'),
    image: l10n.t('Image: {0}', '{0}'),
    print: l10n.t('Print / Save as PDF'),
    loading: l10n.t('The report is being read…'),
    notReport: l10n.t('This document is not an annual report, or auditing is switched off for it.'),
    failed: l10n.t('The preview cannot be shown: the report audit server is not running.'),
    old: troubleWords('stopped', 'old results'),
    restart: restartWord(),
  };
}
