import { Option } from 'commander';
import { documentKinds, type DocumentKind } from '../model/index.ts';
import { contextOf, exitFor, finish, listOf, makeCommand, printFindings, rootFault, tell } from './command.ts';
import { exit } from './exit.ts';
import { say } from './locale.ts';
import { words } from './words/render.ts';

interface Options {
  readonly root?: string;
  readonly quiet?: boolean;
  readonly out: string;
  readonly kind?: DocumentKind[];
  readonly specimen?: boolean;
  readonly strict?: boolean;
}

async function action(cases: readonly string[], options: Options): Promise<void> {
  const context = contextOf(options);
  const fault = rootFault(context);
  if (fault) {
    printFindings([fault]);
    return finish(exit.usage);
  }
  const { renderBatch } = await import('../jobs/render-batch.ts');
  const { kind, specimen, strict, out } = options;
  const result = await renderBatch({
    root: context.root,
    cases,
    out,
    ...(kind ? { kinds: kind } : {}),
    ...(specimen ? { specimen } : {}),
    ...(strict ? { strict } : {}),
  });
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
    .option('--strict', say(words.strict))
    .action(action);
