/** The proof of the rule catalogue in one command: false alarms on clean reports, recall and precision on faulty ones. */
import { printClean } from './print-clean';
import { printFaults } from './print-faults';
import { printTitles } from './print-titles';

/** The value after `--name`, else the default. */
function option(name: string, otherwise: string): string {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise);
}

printClean(Number(option('from', '0')), Number(option('reports', '2000')));
printTitles();
printFaults({
  trials: Number(option('trials', '12')),
  only: option('fault', ''),
  details: Number(option('details', '0')),
});
