import { Option, type Command } from 'commander';
import { diagnostic, formatText, type Diagnostic } from '../diagnostics/index.ts';
import type { Engine } from '../jobs/report-engine.ts';
import { contextOf, exitFor, finish, listOf, makeCommand, printFindings, rootFault, tell } from './command.ts';
import { exit } from './exit.ts';
import { locale, say } from './locale.ts';
import { words } from './words/report.ts';

interface Options {
  readonly root?: string;
  readonly quiet?: boolean;
  readonly out: string;
  readonly format: readonly ('xlsx' | 'html')[];
  readonly lang: 'ru' | 'kk';
  readonly edition: 'internal' | 'public';
  readonly from?: string;
  readonly to?: string;
  readonly previous?: string;
  readonly targets?: string;
  readonly volumes?: string;
  readonly ownIds?: boolean;
  readonly engine: Engine;
}

async function action(responses: readonly string[], options: Options): Promise<void> {
  const context = contextOf(options);
  const { readPeriod } = await import('../survey/days.ts');
  const period = readPeriod(options.from, options.to);
  const usage: Diagnostic | undefined =
    rootFault(context) ??
    (period ? undefined : diagnostic('period-wrong', { from: options.from ?? '…', to: options.to ?? '…' }));
  if (usage || !period) {
    printFindings(usage ? [usage] : []);
    return finish(exit.usage);
  }
  const { report, surveyServices } = await import('../jobs/report.ts');
  const { services, acts, findings } = surveyServices(context.root, options.lang);
  const result = await report({
    responses,
    out: options.out,
    services,
    acts,
    root: context.root,
    language: options.lang,
    formats: options.format,
    edition: options.edition,
    period,
    ...(options.previous === undefined ? {} : { previousFile: options.previous }),
    ...(options.targets === undefined ? {} : { targetsFile: options.targets }),
    ...(options.volumes === undefined ? {} : { volumesFile: options.volumes }),
    ownIds: options.ownIds ?? false,
    engine: options.engine,
  });
  const all = [...findings, ...result.findings];
  // Without the lines around a place: answers hold what people wrote about themselves, and their files may be of any size.
  process.stderr.write(formatText(all, locale(), () => undefined));
  if (result.ok) {
    const { out, read, accepted, rejected, rejectedFile } = result.value;
    tell(context, words.done, { out, read, accepted, rejected });
    if (rejectedFile !== undefined) tell(context, words.list, { file: rejectedFile });
  }
  finish(exitFor(all));
}

export const reportCommand = (): Command =>
  makeCommand('report', words.description, [
    'reglament report examples/responses --out out/report.xlsx --from 2025-01-01 --to 2025-03-31',
    'reglament report answers.csv.gz --out report.xlsx --lang kk --edition public',
  ])
    .argument('<responses...>', say(words.responses))
    .requiredOption('--out <file.xlsx>', say(words.out))
    .option('--format <list>', say(words.format), listOf(['xlsx', 'html']), ['xlsx'])
    .addOption(new Option('--lang <language>', say(words.lang)).choices(['ru', 'kk']).default('ru'))
    .addOption(
      new Option('--edition <edition>', say(words.edition)).choices(['internal', 'public']).default('internal'),
    )
    .option('--from <date>', say(words.from))
    .option('--to <date>', say(words.to))
    .option('--previous <file>', say(words.previous))
    .option('--targets <file>', say(words.targets))
    .option('--volumes <file>', say(words.volumes))
    .option('--own-ids', say(words.ownIds))
    .addOption(new Option('--engine <engine>', say(words.engine)).choices(['auto', 'own', 'duckdb']).default('auto'))
    .action(action);
