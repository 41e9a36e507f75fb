import { InvalidArgumentError, type Command } from 'commander';
import { diffLines, diffText } from '../diff/index.ts';
import type { DiffPictureFormat } from '../jobs/diff-pictures.ts';
import type { ComparedAct, ComparedRegulation, DiffReport, Named } from '../jobs/diff.ts';
import { contextOf, exitFor, finish, listOf, makeCommand, printFindings, tell } from './command.ts';
import { exit } from './exit.ts';
import { locale, say } from './locale.ts';
import { words } from './words/diff.ts';

const formats = ['text', 'json', 'svg', 'png', 'pdf'] as const;
type Format = (typeof formats)[number];

interface Options {
  readonly root?: string;
  readonly quiet?: boolean;
  readonly format: readonly Format[];
  readonly out: string;
  readonly exitCode?: boolean;
}

const isPicture = (format: Format): format is DiffPictureFormat => format !== 'text' && format !== 'json';

function formatList(text: string): Format[] {
  const list = listOf(formats)(text);
  if (list.includes('text') && list.includes('json')) throw new InvalidArgumentError('text | json');
  return list;
}

const headOf = (old: Named | undefined, now: Named | undefined): string[] =>
  [
    old && say(diffLines.old, { name: `${old.file} — ${old.title}` }),
    now && say(diffLines.now, { name: `${now.file} — ${now.title}` }),
  ].filter((line) => line !== undefined);

function regulationText({ old, now, diff }: ComparedRegulation): string {
  if (!old) return [...headOf(old, now), '', say(diffLines.added)].join('\n');
  if (!now) return [...headOf(old, now), '', say(diffLines.removed)].join('\n');
  return [...headOf(old, now), '', diffText(diff, locale()) || say(diffLines.same)].join('\n');
}

function actText({ old, now, differences }: ComparedAct): string {
  const text = diffText({ differences, steps: {}, participants: new Map() }, locale());
  return [...headOf(old, now), '', text || say(diffLines.same)].join('\n');
}

/** Everything that differs, one thing after the other; where all is the same, that alone. */
function reportText({ acts, regulations, differences }: DiffReport): string {
  if (differences === 0) return `${say(diffLines.same)}\n`;
  const texts = [
    ...acts.filter((one) => one.differences.length > 0).map(actText),
    ...regulations.filter(({ old, now, diff }) => !old || !now || diff.differences.length > 0).map(regulationText),
  ];
  return `${[say(diffLines.key), ...texts].join('\n\n')}\n`;
}

function reportJson({ acts, regulations, differences }: DiffReport): string {
  const plain = regulations.map(({ old, now, diff }) => ({
    kind: old && now ? (diff.differences.length > 0 ? 'changed' : 'same') : now ? 'added' : 'removed',
    old,
    now,
    differences: diff.differences,
  }));
  return `${JSON.stringify({ differences, acts, regulations: plain }, null, 2)}\n`;
}

async function action(old: string, now: string | undefined, options: Options): Promise<void> {
  const context = contextOf(options);
  const { diff } = await import('../jobs/diff.ts');
  const report = diff({ root: context.root, old, ...(now === undefined ? {} : { now }) });
  printFindings(report.findings);
  finish(exitFor(report.findings));
  if (exitFor(report.findings) !== exit.clean) return;
  if (options.format.includes('text')) process.stdout.write(reportText(report));
  if (options.format.includes('json')) process.stdout.write(reportJson(report));
  const pictures = options.format.filter(isPicture);
  if (pictures.length > 0) {
    const { diffPictures } = await import('../jobs/diff-pictures.ts');
    const drawn = await diffPictures(context.root, report.regulations, pictures, options.out);
    printFindings(drawn.findings);
    finish(exitFor(drawn.findings));
    const said = drawn.written.length === 0 ? words.noPictures : words.drawn;
    if (!options.format.includes('json')) tell(context, said, { written: drawn.written.length, out: options.out });
  }
  if (options.exitCode && report.differences > 0) finish(exit.faults);
}

export const diffCommand = (): Command =>
  makeCommand('diff', words.description, [
    'reglament diff mint-102-2014/transit-permit miir-138-2019/transit-permit',
    'reglament diff HEAD~3:mint-102-2014/transit-permit',
    'reglament diff v1.0:regulations/mint-102-2014 HEAD: --format json',
    'reglament diff mint-102-2014 miir-138-2019 --format text,svg --out out/diff',
    'reglament diff before.yaml after.yaml --exit-code',
  ])
    .argument('<old>', say(words.old))
    .argument('[new]', say(words.now))
    .option('--format <list>', say(words.format), formatList, ['text'])
    .option('--out <dir>', say(words.out), 'out/diff')
    .option('--exit-code', say(words.exitCode))
    .action(action);
