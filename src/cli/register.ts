import { Option, type Command } from 'commander';
import { diagnostic } from '../diagnostics/index.ts';
import { documentKinds, type DocumentKind, type Language } from '../model/index.ts';
import { contextOf, exitFor, finish, listOf, makeCommand, printFindings, rootFault, tell } from './command.ts';
import { exit } from './exit.ts';
import { say } from './locale.ts';
import { words } from './words/register.ts';
import { words as render } from './words/render.ts';

interface Options {
  readonly root?: string;
  readonly quiet?: boolean;
  readonly out: string;
  readonly documents: string;
  readonly map?: string;
  readonly from?: string;
  readonly to?: string;
  readonly kind?: DocumentKind[];
  readonly lang: Language;
  readonly fullIin?: boolean;
  readonly specimens?: boolean;
}

async function action(cases: readonly string[], options: Options): Promise<void> {
  const context = contextOf(options);
  const { readPeriod, isoDay } = await import('../survey/days.ts');
  const { from, to, out, documents, kind, map, lang, fullIin, specimens } = options;
  const period = readPeriod(from, to);
  const usage =
    rootFault(context) ?? (period ? undefined : diagnostic('period-wrong', { from: from ?? '…', to: to ?? '…' }));
  if (usage || !period) {
    printFindings(usage ? [usage] : []);
    return finish(exit.usage);
  }
  const { register } = await import('../jobs/register.ts');
  const result = await register({
    root: context.root,
    cases,
    out,
    documents,
    language: lang,
    ...(map === undefined ? {} : { map }),
    ...(kind ? { kinds: kind } : {}),
    ...(period.from === undefined ? {} : { from: isoDay(period.from) }),
    ...(period.to === undefined ? {} : { to: isoDay(period.to) }),
    ...(fullIin ? { fullIds: true } : {}),
    ...(specimens ? { specimens } : {}),
  });
  printFindings(result.findings);
  if (result.file !== undefined) {
    tell(context, words.done, { out, lines: result.lines });
    if (result.apart > 0) tell(context, words.apart, { apart: result.apart });
  }
  finish(exitFor(result.findings));
}

export const registerCommand = (): Command =>
  makeCommand('register', words.description, [
    'reglament register examples/cases --out out/register.xlsx --specimens',
    'reglament register cases --documents out/documents --out june.xlsx --from 01.06.2026 --to 30.06.2026 --lang kk',
  ])
    .argument('<case...>', say(words.case))
    .requiredOption('--out <file.xlsx>', say(words.out))
    .option('--documents <dir>', say(words.documents), 'out/documents')
    .option('--from <date>', say(words.from))
    .option('--to <date>', say(words.to))
    .addOption(new Option('--kind <kinds>', say(words.kind)).argParser(listOf(documentKinds)))
    .addOption(new Option('--lang <language>', say(words.lang)).choices(['ru', 'kk']).default('ru'))
    .option('--full-iin', say(words.fullIds))
    .option('--specimens', say(words.specimens))
    .option('--map <file.yaml>', say(render.map))
    .action(action);
