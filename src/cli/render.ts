import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { InvalidArgumentError, Option } from 'commander';
import { diagnostic, type Diagnostic } from '../diagnostics/index.ts';
import type { RenderResult } from '../jobs/render-batch.ts';
import { documentKinds, type DocumentKind } from '../model/index.ts';
import {
  contextOf,
  exitFor,
  finish,
  listOf,
  makeCommand,
  printFindings,
  rootFault,
  tell,
  type Context,
} from './command.ts';
import { exit } from './exit.ts';
import { say } from './locale.ts';
import { ProgressLine } from './progress.ts';
import { addSigningOptions, signingFor, tellSigned, type SigningOptions } from './signing-options.ts';
import { words } from './words/render.ts';

function threads(text: string): number {
  if (!/^[1-9]\d?$/.test(text)) throw new InvalidArgumentError('1, 2 … 99');
  return Number(text);
}

interface Options extends SigningOptions {
  readonly root?: string;
  readonly quiet?: boolean;
  readonly out: string;
  readonly kind?: DocumentKind[];
  readonly specimen?: boolean;
  readonly strict?: boolean;
  readonly jobs?: number;
  readonly map?: string;
  readonly check?: boolean;
  readonly merge?: string;
  readonly duplex?: boolean;
  readonly separators?: boolean;
}

/** The options of a file for the printer that stand without it. */
const lonely = ({ merge, duplex, separators }: Options): Diagnostic[] =>
  merge === undefined
    ? Object.entries({ '--duplex': duplex, '--separators': separators }).flatMap(([option, given]) =>
        given === true ? diagnostic('option-alone', { option, other: '--merge' }) : [],
      )
    : [];

function tellResult(context: Context, { out, check }: Options, result: RenderResult): void {
  const { documents, cases, failed, made, kept, print } = result;
  if (check) {
    for (const { file, reason } of made) tell(context, words.reason, { file, reason: say(words[reason]) });
    for (const file of print?.made ?? []) tell(context, words.reason, { file, reason: say(words.printed) });
    return tell(context, words.wouldMake, { made: made.length, kept, cases, failed, out });
  }
  tell(context, words.done, { documents: documents.length, cases, failed, out });
  if (kept > 0) tell(context, words.kept, { made: made.length, kept });
  for (const part of print?.parts ?? [])
    tell(context, words.part, { file: join(out, part.file), documents: part.documents, pages: part.pages });
}

/**
 * The heap grows by a third between two collections, not to several times what is in use: ten thousand documents then
 * take the memory of a few hundred. Measured by `bench/bulk.ts`; the time is the same.
 */
const keepHeapSmall = (): void => setFlagsFromString('--heap-growing-percent=30');

async function action(cases: readonly string[], options: Options): Promise<void> {
  keepHeapSmall();
  const context = contextOf(options);
  const fault = rootFault(context);
  const faults = fault ? [fault] : lonely(options);
  if (faults.length > 0) {
    printFindings(faults);
    return finish(exit.usage);
  }
  const signing = await signingFor(options);
  if (!signing.ok) {
    printFindings(signing.findings);
    return finish(exitFor(signing.findings));
  }
  const { renderBatch } = await import('../jobs/render-batch.ts');
  const { kind, specimen, strict, out, jobs, map, check, merge, duplex, separators } = options;
  const progress = context.quiet ? undefined : new ProgressLine();
  const printing = context.quiet ? undefined : new ProgressLine(words.printing);
  const result = await renderBatch({
    root: context.root,
    cases,
    out,
    ...(kind ? { kinds: kind } : {}),
    ...(specimen ? { specimen } : {}),
    ...(strict ? { strict } : {}),
    ...(jobs ? { jobs } : {}),
    ...(map ? { map } : {}),
    ...(check ? { check } : {}),
    ...(signing.value ? { signing: signing.value } : {}),
    ...(merge === undefined
      ? {}
      : { print: { file: merge, ...(duplex ? { duplex } : {}), ...(separators ? { separators } : {}) } }),
    onProgress: ({ made, kept, reached }) => progress?.show({ count: made + kept, reached }),
    onPrint: (done, all) => printing?.show({ count: done, reached: done / all }),
  });
  progress?.end();
  printing?.end();
  printFindings([...signing.findings, ...result.findings]);
  tellResult(context, options, result);
  if (!check) tellSigned(context, signing.value, result);
  finish(exitFor(result.findings));
}

export const renderCommand = () => addSigningOptions(command());

const command = () =>
  makeCommand('render', words.description, [
    'reglament render examples/cases --out out/documents',
    'reglament render case.yaml --kind licence,licence-appendix --specimen',
    'reglament render cases --sign office.p12 --tsa http://tsa.example/tsp',
    'reglament render day.xlsx --jobs 2 --merge out/print.pdf --duplex --separators',
  ])
    .argument('<case...>', say(words.case))
    .option('--out <dir>', say(words.out), 'out/documents')
    .addOption(new Option('--kind <kinds>', say(words.kind)).argParser(listOf(documentKinds)))
    .option('--specimen', say(words.specimen))
    .option('--map <file.yaml>', say(words.map))
    .option('--jobs <n>', say(words.jobs), threads)
    .option('--check', say(words.check))
    .option('--strict', say(words.strict))
    .option('--merge <file.pdf>', say(words.merge))
    .option('--duplex', say(words.duplex))
    .option('--separators', say(words.separators))
    .action(action);
