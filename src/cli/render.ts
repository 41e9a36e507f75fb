import { InvalidArgumentError, Option } from 'commander';
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
}

function tellResult(context: Context, { out, check }: Options, result: RenderResult): void {
  const { documents, cases, failed, made, kept } = result;
  if (check) {
    for (const { file, reason } of made) tell(context, words.reason, { file, reason: say(words[reason]) });
    return tell(context, words.wouldMake, { made: made.length, kept, cases, failed, out });
  }
  tell(context, words.done, { documents: documents.length, cases, failed, out });
  if (kept > 0) tell(context, words.kept, { made: made.length, kept });
}

async function action(cases: readonly string[], options: Options): Promise<void> {
  const context = contextOf(options);
  const fault = rootFault(context);
  if (fault) {
    printFindings([fault]);
    return finish(exit.usage);
  }
  const signing = await signingFor(options);
  if (!signing.ok) {
    printFindings(signing.findings);
    return finish(exitFor(signing.findings));
  }
  const { renderBatch } = await import('../jobs/render-batch.ts');
  const { kind, specimen, strict, out, jobs, map, check } = options;
  const progress = context.quiet ? undefined : new ProgressLine();
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
    ...(progress ? { onProgress: ({ made, kept, reached }) => progress.show({ count: made + kept, reached }) } : {}),
  });
  progress?.end();
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
  ])
    .argument('<case...>', say(words.case))
    .option('--out <dir>', say(words.out), 'out/documents')
    .addOption(new Option('--kind <kinds>', say(words.kind)).argParser(listOf(documentKinds)))
    .option('--specimen', say(words.specimen))
    .option('--map <file.yaml>', say(words.map))
    .option('--jobs <n>', say(words.jobs), threads)
    .option('--check', say(words.check))
    .option('--strict', say(words.strict))
    .action(action);
