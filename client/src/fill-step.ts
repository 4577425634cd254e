/** The question what stands in the figures' cells of a new table. */
import type { BlankTableParams } from '../../server/src/lsp/wire/protocol';
import type { Choice, Step } from './quick-steps';
import { ask } from './quick-steps';
import { say } from './say';

/** `title` is what the questions are headed by, given the answers so far. */
export function fillStep<State extends { readonly fill: BlankTableParams['fill'] }>(
  title: (state: Partial<State>) => string,
): Step<State> {
  return async (state, place) => {
    const answer = await ask<BlankTableParams['fill']>(
      {
        title: title(state),
        placeholder: say('What stands in the cells at first'),
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
      label: say('Empty cells'),
      detail: say('Every empty cell is reported until it is filled in.'),
    },
    {
      value: 'zero',
      label: say('0 in every cell'),
      detail: say('What did not happen stays 0; change the others.'),
    },
  ];
}
