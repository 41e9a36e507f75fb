import type { Command } from 'commander';
import type { ClauseFormat } from '../jobs/clauses.ts';
import type { Language } from '../model/index.ts';
import { contextOf, exitFor, finish, listOf, makeCommand, printFindings, rootFault, tell } from './command.ts';
import { exit } from './exit.ts';
import { say } from './locale.ts';
import { words } from './words/clauses.ts';

interface Options {
  readonly root?: string;
  readonly quiet?: boolean;
  readonly out: string;
  readonly format: readonly ClauseFormat[];
  readonly lang?: readonly Language[];
}

async function action(selectors: readonly string[], options: Options): Promise<void> {
  const context = contextOf(options);
  const fault = rootFault(context);
  if (fault) {
    printFindings([fault]);
    return finish(exit.usage);
  }
  const { clauses } = await import('../jobs/clauses.ts');
  const { out, format, lang } = options;
  const request = { root: context.root, selectors, out, formats: format };
  const report = await clauses({ ...request, ...(lang ? { languages: lang } : {}) });
  printFindings(report.findings);
  if (out === '-') process.stdout.write(report.text);
  else {
    const { clauses: count, differences, written } = report;
    tell(context, words.done, { clauses: count, differences, written, out });
  }
  finish(exitFor(report.findings));
}

export const clausesCommand = (): Command =>
  makeCommand('clauses', words.description, [
    'reglament clauses mint-102-2014/transit-permit --out -',
    'reglament clauses mint-364-2012 --format txt,docx --out out/clauses',
  ])
    .argument('[regulation...]', say(words.regulation))
    .option('--out <dir>', say(words.out), 'out/clauses')
    .option('--format <list>', say(words.format), listOf(['txt', 'docx'] as const), ['txt'])
    .option('--lang <list>', say(words.lang), listOf(['ru', 'kk'] as const))
    .action(action);
