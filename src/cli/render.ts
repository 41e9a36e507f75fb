import { InvalidArgumentError, Option } from 'commander';
import type { Share } from '../jobs/render-batch.ts';
import { documentKinds, type DocumentKind } from '../model/index.ts';
import { contextOf, exitFor, finish, listOf, makeCommand, printFindings, rootFault, tell } from './command.ts';
import { exit } from './exit.ts';
import { say } from './locale.ts';
import { words } from './words/render.ts';

function processes(text: string): number {
  if (!/^[1-9]\d?$/.test(text)) throw new InvalidArgumentError('1, 2 … 99');
  return Number(text);
}

/** Given by this program to its own workers only. */
function shareOf(text: string): Share {
  const [index = 0, of = 1] = text.split('/').map(Number);
  return { index, of };
}

interface Options {
  readonly root?: string;
  readonly quiet?: boolean;
  readonly out: string;
  readonly kind?: DocumentKind[];
  readonly specimen?: boolean;
  readonly strict?: boolean;
  readonly jobs?: number;
  readonly share?: Share;
}

async function action(cases: readonly string[], options: Options): Promise<void> {
  const context = contextOf(options);
  const fault = rootFault(context);
  if (fault) {
    printFindings([fault]);
    return finish(exit.usage);
  }
  const { renderBatch, renderShare } = await import('../jobs/render-batch.ts');
  const { kind, specimen, strict, out, jobs, share } = options;
  const request = {
    root: context.root,
    cases,
    out,
    ...(kind ? { kinds: kind } : {}),
    ...(specimen ? { specimen } : {}),
    ...(strict ? { strict } : {}),
  };
  if (share) {
    process.send?.(await renderShare(request, share));
    return;
  }
  const [, program, ...args] = process.argv;
  const { runShare } = await import('../jobs/workers.ts');
  const workers =
    jobs !== undefined && jobs > 1 && program !== undefined ? { count: jobs, run: runShare(program, args) } : undefined;
  const result = await renderBatch(request, workers);
  printFindings(result.findings);
  tell(context, words.done, { documents: result.documents.length, cases: result.cases, failed: result.failed, out });
  finish(exitFor(result.findings));
}

export const renderCommand = () =>
  makeCommand('render', words.description, [
    'reglament render examples/cases --out out/documents',
    'reglament render case.yaml --kind licence,licence-appendix --specimen',
  ])
    .argument('<case...>', say(words.case))
    .option('--out <dir>', say(words.out), 'out/documents')
    .addOption(new Option('--kind <kinds>', say(words.kind)).argParser(listOf(documentKinds)))
    .option('--specimen', say(words.specimen))
    .option('--jobs <n>', say(words.jobs), processes)
    .option('--strict', say(words.strict))
    .addOption(new Option('--share <share>').argParser(shareOf).hideHelp())
    .action(action);
