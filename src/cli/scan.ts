import { InvalidArgumentError, Option, type Command } from 'commander';
import { DateText } from '../model/index.ts';
import { contextOf, exitFor, finish, makeCommand, printFindings, tell } from './command.ts';
import { say } from './locale.ts';
import { words } from './words/scan.ts';

interface Options {
  readonly root?: string;
  readonly quiet?: boolean;
  readonly out: string;
  readonly date: string;
  readonly region?: string;
  readonly channel?: string;
  readonly lang: 'ru' | 'kk';
}

function dateOf(text: string): string {
  if (!DateText.safeParse(text).success) throw new InvalidArgumentError('2013-06-28');
  return text;
}

async function action(images: readonly string[], options: Options): Promise<void> {
  const context = contextOf(options);
  const { scan } = await import('../jobs/scan.ts');
  const { lang, root: _root, quiet: _quiet, ...rest } = options;
  const result = await scan({ ...rest, images, language: lang, root: context.root });
  printFindings(result.findings);
  if (result.ok) {
    const { pages, forms, accepted, toReview, rejected, reviewFile } = result.value;
    tell(context, words.done, { pages, forms, accepted, toReview, rejected });
    if (reviewFile !== undefined) tell(context, words.review, { file: reviewFile });
  }
  finish(exitFor(result.findings));
}

export const scanCommand = (): Command =>
  makeCommand('scan', words.description, ['reglament scan scans/ --date 2013-06-28 --out out/paper.csv'])
    .argument('<image...>', say(words.images))
    .requiredOption('--out <file.csv>', say(words.out))
    .requiredOption('--date <date>', say(words.date), dateOf)
    .option('--region <region>', say(words.region))
    .option('--channel <channel>', say(words.channel))
    .addOption(new Option('--lang <language>', say(words.lang)).choices(['ru', 'kk']).default('ru'))
    .action(action);
