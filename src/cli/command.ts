import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import {
  diagnostic,
  formatGithub,
  formatJson,
  formatText,
  hasErrors,
  type Diagnostic,
  type Locale,
} from '../diagnostics/index.ts';
import { makeLocate } from '../source/index.ts';
import { packageRoot } from '../store/index.ts';
import { exit, type ExitCode } from './exit.ts';
import { locale, say, type Said } from './locale.ts';
import { common } from './words/common.ts';

/** What every command gets: where the data are, in which language to speak, how much to say. */
export interface Context {
  readonly root: string;
  readonly locale: Locale;
  readonly quiet: boolean;
}

/** A command with the options that all commands share. `examples` are whole command lines. */
export function makeCommand(name: string, description: Said, examples: readonly string[] = []): Command {
  return new Command(name)
    .description(say(description))
    .addOption(new Option('--root <dir>', say(common.root)))
    .addOption(new Option('--locale <language>', say(common.locale)).choices(['ru', 'kk', 'en']))
    .option('--quiet', say(common.quiet))
    .helpOption('-h, --help', say(common.help))
    .addHelpText(
      'after',
      examples.length > 0 ? `\n${say(common.examples)}\n${examples.map((line) => `  $ ${line}`).join('\n')}` : '',
    );
}

/** The data folder: `--root`, else the current folder if it has regulations/, else the package's own. */
export function contextOf(options: { root?: string; quiet?: boolean }): Context {
  const root = options.root ?? (existsSync('regulations') ? '.' : packageRoot());
  return { root, locale: locale(), quiet: options.quiet ?? false };
}

/** The finding about a root without regulations; undefined where all is well. */
export const rootFault = (context: Context): Diagnostic | undefined =>
  existsSync(join(context.root, 'regulations')) ? undefined : diagnostic('root-missing', { root: context.root });

const formats = { text: formatText, json: formatJson, github: formatGithub } as const;
export type FindingFormat = keyof typeof formats;

/** Prints findings: text and github to stderr or stdout as a person expects (text faults to stderr), json to stdout. */
export function printFindings(findings: readonly Diagnostic[], format: FindingFormat = 'text'): void {
  if (findings.length === 0 && format !== 'json') return;
  const text = formats[format](findings, locale(), makeLocate());
  (format === 'text' ? process.stderr : process.stdout).write(text);
}

/** Prints what the user should see besides findings; silent with `--quiet`. */
export function tell(context: Context, sentence: Said, args: Readonly<Record<string, string | number>> = {}): void {
  if (!context.quiet) process.stdout.write(`${say(sentence, args)}\n`);
}

/** Says on a terminal how far a long run has come, on one line that goes away when it ends; nothing in a pipe. */
export function progressOf(context: Context): {
  step: (done: number, of: number, name: string) => void;
  end: () => void;
} {
  const shown = process.stderr.isTTY && !context.quiet;
  const write = (text: string): void => void (shown && process.stderr.write(`\r\u001B[K${text}`));
  return { step: (done, of, name) => write(`[${done}/${of}] ${name}`), end: () => write('') };
}

const ofMachine: readonly string[] = [
  'browser-missing',
  'duckdb-broken',
  'duckdb-missing',
  'file-unwritable',
  'git-missing',
  'parquet-unread',
  'sign-command-missing',
  'sign-command-silent',
  'tsa-unreachable',
];
const ofUsage: readonly string[] = [
  'output-is-input',
  'new-name-wrong',
  'option-alone',
  'pass-phrase-missing',
  'sign-time-ahead',
];
const ofUs: readonly string[] = ['case-crashed'];

/** 70 where we failed, 3 where the machine lacks something, 2 where the command was wrong, 1 where any other error stands, else 0. */
export function exitFor(findings: readonly Diagnostic[]): ExitCode {
  if (findings.some(({ code }) => ofUs.includes(code))) return exit.bug;
  if (findings.some(({ code }) => ofMachine.includes(code))) return exit.environment;
  if (findings.some(({ code }) => ofUsage.includes(code))) return exit.usage;
  return hasErrors(findings) ? exit.faults : exit.clean;
}

/** Sets the exit code unless a graver one is already set. */
export function finish(code: ExitCode): void {
  process.exitCode = Math.max(Number(process.exitCode ?? 0), code);
}

/** Parses a list separated by commas; each entry must be one of `known`. */
export const listOf =
  <T extends string>(known: readonly T[]) =>
  (text: string): T[] =>
    text.split(',').map((word) => {
      const found = known.find((candidate) => candidate === word.trim());
      if (found === undefined) throw new InvalidArgumentError(`${known.join(', ')}`);
      return found;
    });
