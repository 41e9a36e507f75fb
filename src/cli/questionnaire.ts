import { InvalidArgumentError, Option, type Command } from 'commander';
import { contextOf, exitFor, finish, listOf, makeCommand, printFindings, rootFault, tell } from './command.ts';
import { exit } from './exit.ts';
import { say } from './locale.ts';
import { words } from './words/questionnaire.ts';

interface Options {
  readonly root?: string;
  readonly quiet?: boolean;
  readonly lang: readonly ('kk' | 'ru')[];
  readonly fillable?: boolean;
  readonly out: string;
  readonly count: number;
  readonly first?: number;
  readonly perPage: string;
}

const between =
  (least: number, most: number) =>
  (text: string): number => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most) throw new InvalidArgumentError(`${least}…${most}`);
    return value;
  };

async function action(selectors: readonly string[], options: Options): Promise<void> {
  const context = contextOf(options);
  const fault = rootFault(context);
  if (fault) {
    printFindings([fault]);
    return finish(exit.usage);
  }
  const { questionnaire } = await import('../jobs/questionnaire.ts');
  const { files, forms, findings } = await questionnaire({
    root: context.root,
    selectors,
    languages: [...new Set(options.lang)],
    out: options.out,
    fillable: options.fillable ?? false,
    count: options.count,
    first: options.first ?? (options.count > 1 ? 1 : 0),
    perPage: options.perPage === '2' ? 2 : 1,
  });
  printFindings(findings);
  tell(context, words.done, { files: files.length, forms, out: options.out });
  finish(exitFor(findings));
}

export const questionnaireCommand = (): Command =>
  makeCommand('questionnaire', words.description, [
    'reglament questionnaire',
    'reglament questionnaire zhambyl-62-2013/scrap-metal-licence --count 200 --per-page 2',
    'reglament questionnaire mint-364-2012 --lang kk,ru --fillable',
  ])
    .argument('[service...]', say(words.regulation))
    .option('--lang <list>', say(words.lang), listOf(['kk', 'ru']), ['kk', 'ru'])
    .option('--fillable', say(words.fillable))
    .option('--out <dir>', say(words.out), 'out/questionnaires')
    .option('--count <n>', say(words.count), between(1, 5000), 1)
    .option('--first <n>', say(words.first), between(0, 990_000))
    .addOption(new Option('--per-page <n>', say(words.perPage)).choices(['1', '2']).default('1'))
    .action(action);
