/** The wizard for a new report: whose, of what level, for which year, in which layout, with what in the figures' cells. */
import type { ExtensionContext, Memento } from 'vscode';
import { commands, SnippetString, window, workspace } from 'vscode';
import type { BlankReportParams, BlankReportResult } from '../../server/src/lsp/wire/protocol';
import { reportLanguage } from '../../server/src/lsp/wire/recognition-protocol';
import type { ReportingLevel } from '../../server/src/report/title/issuer';
import { levelOf, reportingLevelOf } from '../../server/src/report/title/issuer';
import { firstYear } from '../../server/src/standard/editions';
import type { AuditServer } from './audit-server';
import { withOffice } from './body-names';
import { fillStep } from './fill-step';
import { levelName, rememberIssuer, suggestedIssuers, whyNoIssuer } from './issuer-names';
import { layoutChoices } from './layout-choices';
import type { Choice, Step, StepPlace } from './quick-steps';
import { ask, takeSteps } from './quick-steps';
import { say } from './say';
import { tellingFailure } from './tell';

const lastLayout = 'newReport.layout';

export function registerNewReport(context: ExtensionContext, server: AuditServer): void {
  context.subscriptions.push(
    commands.registerCommand('disclosureAudit.newReport', () => newReport(context.globalState, server)),
  );
}

/** In the order in which a clerk can answer; what is marked is right for most. */
function steps(memory: Memento): readonly Step<BlankReportParams>[] {
  return [issuerStep(memory), levelStep, yearStep, layoutStep(memory), fillStep(titleSoFar)];
}

async function newReport(memory: Memento, server: AuditServer): Promise<void> {
  const wanted = await takeSteps<BlankReportParams>(steps(memory));
  if (wanted === undefined) return;
  const answer = await tellingFailure(server, () =>
    server.request<BlankReportResult>('disclosureAudit/blankReport', wanted),
  );
  if (answer === undefined) return;
  if (!answer?.text) {
    void window.showErrorMessage(say('The report could not be made. The log says why.'));
    return;
  }
  await rememberIssuer(memory, wanted.issuer);
  await memory.update(lastLayout, wanted.layout);
  await open(answer.text);
}

/**
 * Opens the report with a tab stop at each mark of what is to be written; the first is selected. Not where lines begin with white
 * space, which parts the cells of a table: editors fit that of a snippet to their own settings.
 */
async function open(text: string): Promise<void> {
  const hasStops = mark.test(text) && !/^[\t ]/mu.test(text);
  const document = await workspace.openTextDocument({ content: hasStops ? '' : text, language: reportLanguage });
  const editor = await window.showTextDocument(document, { preview: false });
  if (hasStops) await editor.insertSnippet(withStops(text));
}

const mark = /(【待填[^【】\n]{0,200}】)/u;

function withStops(text: string): SnippetString {
  const snippet = new SnippetString();
  for (const [index, part] of text.split(mark).entries()) {
    if (index % 2 === 1) snippet.appendPlaceholder(part);
    else snippet.appendText(part);
  }
  return snippet;
}

function issuerStep(memory: Memento): Step<BlankReportParams> {
  return async ({ issuer }, place) => {
    const suggestions = await suggestedIssuers(memory);
    let typed = issuer ?? '';
    for (;;) {
      const named = await askIssuer(typed, suggestions, place);
      if (typeof named === 'string') return named;
      const answer = await askOffice(named.value, place);
      if (answer === 'cancelled') return answer;
      if (answer === 'back') {
        typed = named.value;
        continue;
      }
      // Another name makes another level likely; for the same name a correction stays.
      if (answer.value === issuer) return { issuer };
      return { issuer: answer.value, level: reportingLevelOf(answer.value) };
    }
  };
}

function askIssuer(typed: string, suggestions: readonly string[], place: StepPlace) {
  return ask<string>(
    {
      title: say('New Annual Report'),
      placeholder: say('Full name of the body, e.g. {0}', '清河县柳林镇人民政府'),
      typed,
      choices: (text) => issuerChoices(text.trim(), suggestions),
    },
    place,
  );
}

/** Asks whether a place's name lacks its office; any other name stands as it is. */
async function askOffice(name: string, place: StepPlace): ReturnType<typeof ask<string>> {
  const full = withOffice(name);
  if (full === undefined) return { value: name };
  return ask<string>(
    {
      title: say('New Annual Report of {0}', name),
      placeholder: say('Is “{0}” missing from the name?', full.slice(name.length)),
      marked: full,
      choices: () => [
        { ...choiceOf(full), detail: say('The full name, as the title of a report has it.') },
        { label: name, value: name, detail: say('As it was typed: nothing is missing.') },
      ],
    },
    { ...place, back: true },
  );
}

function issuerChoices(typed: string, suggestions: readonly string[]): readonly Choice<string>[] {
  const refusal = whyNoIssuer(typed);
  const others = suggestions.filter((name) => name !== typed).map((name) => choiceOf(name));
  if (typed === '') {
    return others.length > 0 ? others : [{ label: refusal ?? '', value: '', refused: true, alwaysShow: true }];
  }
  const own: Choice<string> =
    refusal === undefined
      ? { ...choiceOf(typed), alwaysShow: true }
      : { label: typed, detail: `$(warning) ${refusal}`, value: typed, refused: true, alwaysShow: true };
  return [own, ...others];
}

function choiceOf(name: string): Choice<string> {
  return { label: name, description: levelName(levelOf(name)), value: name };
}

const levelStep: Step<BlankReportParams> = async ({ level, issuer }, place) => {
  const answer = await ask<ReportingLevel>(
    {
      title: say('New Annual Report of {0}', issuer ?? ''),
      placeholder: say('What kind of body it is'),
      ...(level === undefined ? {} : { marked: level }),
      choices: levelChoices,
    },
    place,
  );
  return typeof answer === 'string' ? answer : { level: answer.value };
};

function levelChoices(): readonly Choice<ReportingLevel>[] {
  return [
    {
      value: 'government',
      label: say("People's government"),
      detail: say(
        'Of a township, county, city or province: states the results of appraisal, public review and accountability, too (article 50).',
      ),
    },
    { value: 'department', label: say('Department or other body') },
    { value: 'subdistrict', label: say('Subdistrict office') },
  ];
}

const yearStep: Step<BlankReportParams> = async ({ year, issuer }, place) => {
  const thisYear = new Date().getFullYear();
  const years = [thisYear - 1, thisYear];
  for (let past = thisYear - 2; past >= firstYear; past--) years.push(past);
  const answer = await ask<number>(
    {
      title: say('New Annual Report of {0}', issuer ?? ''),
      placeholder: say('The year reported on'),
      marked: year ?? thisYear - 1,
      choices: () => years.map((value) => ({ label: String(value), description: yearNote(value, thisYear), value })),
    },
    place,
  );
  return typeof answer === 'string' ? answer : { year: answer.value };
};

function titleSoFar({ issuer, year }: Partial<BlankReportParams>): string {
  return say('New Annual Report of {0} for {1}', issuer ?? '', String(year ?? ''));
}

function yearNote(year: number, thisYear: number): string {
  if (year === thisYear - 1) return say('last year: the report that is due in this one');
  return year === thisYear ? say('not over yet') : '';
}

function layoutStep(memory: Memento): Step<BlankReportParams> {
  return async (state, place) => {
    const answer = await ask<BlankReportParams['layout']>(
      {
        title: titleSoFar(state),
        placeholder: say('How the tables are typed'),
        marked: state.layout ?? memory.get<BlankReportParams['layout']>(lastLayout) ?? 'markdown',
        choices: layoutChoices,
      },
      place,
    );
    return typeof answer === 'string' ? answer : { layout: answer.value };
  };
}
