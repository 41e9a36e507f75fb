import { Option, type Command } from 'commander';
import type { Language } from '../model/index.ts';
import { contextOf, exitFor, finish, makeCommand, printFindings, tell } from './command.ts';
import { say } from './locale.ts';
import { words } from './words/new.ts';

interface Options {
  readonly root?: string;
  readonly quiet?: boolean;
  readonly lang?: Language;
  readonly title?: string;
}

async function action(address: string, options: Options): Promise<void> {
  const context = contextOf(options);
  const { newRegulation } = await import('../jobs/new.ts');
  const { lang, title, root = '.' } = options;
  const done = newRegulation({ root, address, ...(lang ? { lang } : {}), ...(title ? { title } : {}) });
  if (done.ok) for (const file of done.value.written) tell(context, words.written, { file });
  printFindings(done.findings);
  if (done.ok) tell(context, words.next, { address });
  finish(exitFor(done.findings));
}

export function newCommand(): Command {
  const command = makeCommand('new', words.description, [
    'reglament new mf-12-2026/archive-reference --title "Выдача архивной справки"',
    'reglament new akimat-7-2026/land-permit --lang kk',
  ])
    .argument('<address>', say(words.address))
    .addOption(new Option('--lang <language>', say(words.lang)).choices(['ru', 'kk']))
    .option('--title <text>', say(words.title))
    .action(action);
  // What is new belongs to the user's own folder, never to the package.
  for (const option of command.options) if (option.long === '--root') option.description = say(words.root);
  return command;
}
