import { Option, type Command } from 'commander';
import { contextOf, exitFor, finish, makeCommand, printFindings, tell, type FindingFormat } from './command.ts';
import { say } from './locale.ts';
import { words } from './words/import.ts';

interface Options {
  readonly root?: string;
  readonly quiet?: boolean;
  readonly out: string;
  readonly force?: boolean;
  readonly format: FindingFormat;
}

async function action(text: string, options: Options): Promise<void> {
  const context = contextOf(options);
  const { importText } = await import('../jobs/import.ts');
  const done = importText(text, options.out, options.force ?? false);
  printFindings(done.findings, options.format);
  finish(exitFor(done.findings));
  if (!done.ok || options.format !== 'text') return;
  tell(context, words.done, {
    files: done.value.written.length,
    out: options.out,
    regulations: done.value.regulations,
    warnings: done.findings.filter((finding) => finding.severity === 'warning').length,
    notes: done.findings.filter((finding) => finding.severity === 'info').length,
  });
}

export const importCommand = (): Command =>
  makeCommand('import', words.description, [
    'reglament import order-138.txt --out regulations/miir-138-2019',
    'reglament import order.html --out regulations/mf-12-2016 --locale ru',
  ])
    .argument('<text>', say(words.text))
    .addOption(new Option('--out <dir>', say(words.out)).makeOptionMandatory())
    .option('--force', say(words.force))
    .addOption(new Option('--format <format>', say(words.format)).choices(['text', 'json', 'github']).default('text'))
    .action(action);
