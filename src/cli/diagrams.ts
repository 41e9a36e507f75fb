import type { Command } from 'commander';
import type { Diagnostic } from '../diagnostics/index.ts';
import type { DiagramFormat } from '../jobs/diagrams.ts';
import type { Drawer } from '../jobs/pictures.ts';
import { contextOf, exitFor, finish, listOf, makeCommand, printFindings, rootFault, tell } from './command.ts';
import { exit } from './exit.ts';
import { say } from './locale.ts';
import { words } from './words/diagrams.ts';

interface Options {
  readonly root?: string;
  readonly quiet?: boolean;
  readonly out: string;
  readonly format: readonly DiagramFormat[];
  readonly check?: boolean;
  readonly optimise?: boolean;
  readonly allViews?: boolean;
  readonly asFiled?: boolean;
  readonly watch?: boolean;
}

const formats = ['mmd', 'svg', 'png', 'pdf', 'bpmn'] as const;

async function action(selectors: readonly string[], options: Options): Promise<void> {
  const context = contextOf(options);
  const fault = rootFault(context);
  if (fault) {
    printFindings([fault]);
    return finish(exit.usage);
  }
  const { diagrams } = await import('../jobs/diagrams.ts');
  const { root: _root, quiet: _quiet, format, watch, ...rest } = options;
  const once = async (drawer?: Drawer): Promise<readonly Diagnostic[]> => {
    const asked = { ...rest, root: context.root, selectors, formats: format };
    const { findings, ...counts } = await diagrams(drawer ? { ...asked, drawer } : asked);
    printFindings(findings);
    tell(context, words.done, counts);
    return findings;
  };
  if (!watch) {
    const findings = await once();
    return finish(exitFor(findings));
  }
  const { watchSources } = await import('../jobs/watch.ts');
  const { openDrawer } = await import('../jobs/pictures.ts');
  tell(context, words.watching, { root: context.root });
  // One browser serves all runs. Ends with Ctrl+C; what is broken meanwhile is said and mended by the next save.
  const drawer = openDrawer();
  await watchSources(context.root, async () => void (await once(drawer)));
}

export const diagramsCommand = (): Command =>
  makeCommand('diagrams', words.description, [
    'reglament diagrams',
    'reglament diagrams mint-102-2014 --format mmd,pdf --out out/diagrams',
    'reglament diagrams knb-46-2019/cryptography-licence --format png --all-views',
    'reglament diagrams --check',
    'reglament diagrams zhambyl-62-2013 --format png --watch',
  ])
    .argument('[regulation...]', say(words.regulation))
    .option('--out <dir>', say(words.out), 'out/diagrams')
    .option('--format <list>', say(words.format), listOf(formats), ['mmd'])
    .option('--check', say(words.check))
    .option('--optimise', say(words.optimise))
    .option('--all-views', say(words.allViews))
    .option('--as-filed', say(words.asFiled))
    .option('--watch', say(words.watch))
    .action(action);
