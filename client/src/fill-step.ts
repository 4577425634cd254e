/** The question what stands in the figures' cells of a new table. */
import { l10n } from 'vscode';
import type { BlankTableParams } from '../../server/src/lsp/wire/protocol';
import type { Choice, Step } from './quick-steps';
import { ask } from './quick-steps';

/** `title` is what the questions are headed by, given the answers so far. */
export function fillStep<State extends { readonly fill: BlankTableParams['fill'] }>(
  title: (state: Partial<State>) => string,
): Step<State> {
  return async (state, place) => {
    const answer = await ask<BlankTableParams['fill']>(
      {
        title: title(state),
        placeholder: l10n.t('What stands in the cells at first'),
        marked: state.fill ?? 'blank',
        choices: fillChoices,
      },
      place,
    );
    return typeof answer === 'string' ? answer : ({ fill: answer.value } as Partial<State>);
  };
}

function fillChoices(): readonly Choice<BlankTableParams['fill']>[] {
  return [
    {
      value: 'blank',
      label: l10n.t('Empty cells'),
      detail: l10n.t('Every empty cell is reported until it is filled in.'),
    },
    {
      value: 'zero',
      label: l10n.t('0 in every cell'),
      detail: l10n.t('What did not happen stays 0; change the others.'),
    },
  ];
}
