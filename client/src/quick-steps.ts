/** Questions asked one after the other at the top of the window, each with its number and a way back. */
import type { QuickPickItem } from 'vscode';
import { QuickInputButtons, window } from 'vscode';

/** An answer to choose; one with `refused` cannot be chosen, and says why beside its label. */
export interface Choice<T> extends QuickPickItem {
  readonly value: T;
  readonly refused?: true;
}

interface Question<T> {
  readonly title: string;
  readonly placeholder: string;
  /** The answers, for what is typed so far. */
  choices(typed: string): readonly Choice<T>[];
  /** What stands in the field at first. */
  readonly typed?: string;
  /** The choice that is marked at first. */
  readonly marked?: T;
}

/** Asks for one part of `State`; gives the parts that it settles. */
export type Step<State> = (state: Partial<State>, place: StepPlace) => Promise<Partial<State> | 'back' | 'cancelled'>;

/** Which step of how many, counted from 1. */
export interface StepPlace {
  readonly step: number;
  readonly totalSteps: number;
  /** A further question of a step: there is a way back even in the first one. */
  readonly back?: true;
}

/** Takes all steps, forward and back. `undefined` when the user gives up; nothing has happened then. */
export async function takeSteps<State>(steps: readonly Step<State>[]): Promise<State | undefined> {
  let state: Partial<State> = {};
  let index = 0;
  while (index < steps.length) {
    const step = steps[index] as Step<State>;
    const answer = await step(state, { step: index + 1, totalSteps: steps.length });
    if (answer === 'cancelled') return undefined;
    if (answer === 'back') {
      index -= 1;
      continue;
    }
    state = { ...state, ...answer };
    index += 1;
  }
  return state as State;
}

/** Asks one question. */
export function ask<T>(
  question: Question<T>,
  { step, totalSteps, back }: StepPlace,
): Promise<{ value: T } | 'back' | 'cancelled'> {
  return new Promise((resolve) => {
    const input = window.createQuickPick<Choice<T>>();
    input.title = question.title;
    input.placeholder = question.placeholder;
    input.step = step;
    input.totalSteps = totalSteps;
    input.ignoreFocusOut = true;
    input.value = question.typed ?? '';
    input.buttons = step > 1 || back === true ? [QuickInputButtons.Back] : [];
    input.items = question.choices(input.value);
    input.activeItems = input.items.filter(({ value }) => value === question.marked).slice(0, 1);
    input.onDidChangeValue((typed) => {
      input.items = question.choices(typed);
    });
    input.onDidTriggerButton(() => {
      resolve('back');
      input.dispose();
    });
    input.onDidAccept(() => {
      const [chosen] = input.selectedItems;
      if (chosen === undefined || chosen.refused === true) return;
      resolve({ value: chosen.value });
      input.dispose();
    });
    input.onDidHide(() => {
      resolve('cancelled');
      input.dispose();
    });
    input.show();
  });
}
