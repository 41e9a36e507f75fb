import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Diagnostic } from '../diagnostics/index.ts';
import {
  contextOf,
  exitFor,
  finish,
  makeCommand,
  printFindings,
  rootFault,
  tell,
  type FindingFormat,
} from './command.ts';
import { exit } from './exit.ts';
import { say } from './locale.ts';
import { words } from './words/check.ts';

interface Options {
  readonly root?: string;
  readonly quiet?: boolean;
  readonly format: FindingFormat;
  readonly maxWarnings?: number;
  readonly fix?: boolean;
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('0, 1, 2 …');
  return Number(text);
}

const count = (findings: readonly Diagnostic[], severity: Diagnostic['severity']): number =>
  findings.filter((finding) => finding.severity === severity && finding.acknowledged === undefined).length;

/** The findings of each act, by the folder of their files. */
function byAct(findings: readonly Diagnostic[]): Map<string, Diagnostic[]> {
  const acts = new Map<string, Diagnostic[]>();
  for (const finding of findings) {
    const act = /regulations\/([^/]+)\//.exec(finding.at?.file ?? '')?.[1];
    if (act !== undefined) acts.set(act, [...(acts.get(act) ?? []), finding]);
  }
  return acts;
}

async function action(paths: readonly string[], options: Options): Promise<void> {
  const context = contextOf(options);
  const fault = rootFault(context);
  if (fault) {
    printFindings([fault], options.format);
    return finish(exit.usage);
  }
  const { check, fix } = await import('../jobs/check.ts');
  if (options.fix) {
    const { mended, findings } = fix(context.root, paths);
    printFindings(findings, options.format);
    tell(context, words.fixed, { mended });
    finish(exitFor(findings));
  }
  const { findings, acts, regulations } = await check(context.root, paths);
  printFindings(findings, options.format);
  const warnings = count(findings, 'warning');
  if (options.format === 'text') {
    const acknowledged = findings.filter((finding) => finding.acknowledged !== undefined).length;
    for (const [act, own] of byAct(findings)) {
      tell(context, words.act, {
        act,
        errors: count(own, 'error'),
        warnings: count(own, 'warning'),
        notes: count(own, 'info'),
      });
    }
    tell(context, words.done, {
      acts,
      regulations,
      errors: count(findings, 'error'),
      warnings,
      notes: count(findings, 'info'),
      acknowledged,
    });
  }
  finish(exitFor(findings));
  if (options.maxWarnings !== undefined && warnings > options.maxWarnings) finish(exit.faults);
}

export const checkCommand = (): Command =>
  makeCommand('check', words.description, [
    'reglament check',
    'reglament check mint-102-2014/poisons-licence --format json',
  ])
    .argument('[path...]', say(words.path))
    .addOption(new Option('--format <format>', say(words.format)).choices(['text', 'json', 'github']).default('text'))
    .option('--max-warnings <n>', say(words.maxWarnings), wholeNumber)
    .option('--fix', say(words.fix))
    .action(action);
