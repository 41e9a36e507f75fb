import { Argument, Option, type Command } from 'commander';
import { documentKinds, type DocumentKind, type Language } from '../model/index.ts';
import { contextOf, exitFor, finish, listOf, makeCommand, printFindings, rootFault, tell } from './command.ts';
import { exit } from './exit.ts';
import { say } from './locale.ts';
import { words } from './words/table.ts';

interface Options {
  readonly root?: string;
  readonly quiet?: boolean;
  readonly out: string;
  readonly with?: DocumentKind[];
  readonly lang: Language;
  readonly force?: boolean;
}

async function action(kind: DocumentKind, options: Options): Promise<void> {
  const context = contextOf(options);
  const fault = rootFault(context);
  if (fault) {
    printFindings([fault]);
    return finish(exit.usage);
  }
  const { templateTable } = await import('../jobs/template-table.ts');
  const written = await templateTable({
    root: context.root,
    kind,
    out: options.out,
    language: options.lang,
    ...(options.with ? { with: options.with } : {}),
    ...(options.force ? { force: true } : {}),
  });
  printFindings(written.findings);
  if (written.ok) tell(context, words.done, { out: options.out });
  finish(exitFor(written.findings));
}

export const templateTableCommand = (): Command =>
  makeCommand('template-table', words.description, [
    'reglament template-table licence --with licence-appendix --out licences.xlsx',
    'reglament template-table transit-permit --out transit.xlsx --lang kk',
    'reglament render licences.xlsx --out out/documents',
  ])
    .addArgument(new Argument('<kind>', say(words.kind)).choices(documentKinds))
    .requiredOption('--out <file.xlsx>', say(words.out))
    .addOption(new Option('--with <kinds>', say(words.with)).argParser(listOf(documentKinds)))
    .addOption(new Option('--lang <language>', say(words.lang)).choices(['ru', 'kk']).default('ru'))
    .option('--force', say(words.force))
    .action(action);
