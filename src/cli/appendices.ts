import type { Command } from 'commander';
import type { BookletFormat } from '../jobs/appendices.ts';
import {
  contextOf,
  exitFor,
  finish,
  listOf,
  makeCommand,
  printFindings,
  progressOf,
  rootFault,
  tell,
} from './command.ts';
import { exit } from './exit.ts';
import { say } from './locale.ts';
import { words } from './words/appendices.ts';

interface Options {
  readonly root?: string;
  readonly quiet?: boolean;
  readonly out: string;
  readonly format: readonly BookletFormat[];
  readonly asFiled?: boolean;
}

async function action(selectors: readonly string[], options: Options): Promise<void> {
  const context = contextOf(options);
  const fault = rootFault(context);
  if (fault) {
    printFindings([fault]);
    return finish(exit.usage);
  }
  const { appendices } = await import('../jobs/appendices.ts');
  const { out, format, asFiled = false } = options;
  const progress = progressOf(context);
  const report = await appendices({
    root: context.root,
    selectors,
    out,
    formats: format,
    asFiled,
    progress: progress.step,
  });
  progress.end();
  printFindings(report.findings);
  tell(context, words.done, { booklets: report.booklets, pages: report.pages, written: report.written });
  finish(exitFor(report.findings));
}

export const appendicesCommand = (): Command =>
  makeCommand('appendices', words.description, [
    'reglament appendices mint-102-2014/transit-permit',
    'reglament appendices zhambyl-62-2013 --format pdf,docx --out out/appendices',
    'reglament appendices knb-46-2019/cryptography-licence --as-filed',
  ])
    .argument('[regulation...]', say(words.regulation))
    .option('--out <dir>', say(words.out), 'out/appendices')
    .option('--format <list>', say(words.format), listOf(['pdf', 'docx'] as const), ['pdf'])
    .option('--as-filed', say(words.asFiled))
    .action(action);
