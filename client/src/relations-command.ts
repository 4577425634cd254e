/** Leads to the places that a code lens over a title or a table speaks of. */
import type { ExtensionContext } from 'vscode';
import { commands, Location, Position, Range, Uri } from 'vscode';
import { showRelationsCommand } from '../../server/src/lsp/wire/protocol';
import { say } from './say';

/** As the protocol has it. */
interface ServerPosition {
  readonly line: number;
  readonly character: number;
}

interface ServerRange {
  readonly start: ServerPosition;
  readonly end: ServerPosition;
}

export function registerRelationsCommand(context: ExtensionContext): void {
  context.subscriptions.push(commands.registerCommand(showRelationsCommand, showRelations));
}

/** Goes to the first place and, where there are several, shows them all beside it. */
async function showRelations(document: string, from: ServerPosition, places: readonly ServerRange[]): Promise<void> {
  const uri = Uri.parse(document);
  const locations = places.map(({ start, end }) => new Location(uri, new Range(positionOf(start), positionOf(end))));
  const nothing = say('There is nothing to show here.');
  await commands.executeCommand(
    'editor.action.goToLocations',
    uri,
    positionOf(from),
    locations,
    'gotoAndPeek',
    nothing,
  );
}

function positionOf({ line, character }: ServerPosition): Position {
  return new Position(line, character);
}
