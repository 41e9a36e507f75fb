import { existsSync } from 'node:fs';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { diagnostic, failure, success, type Outcome } from '../diagnostics/index.ts';
import type { RenderResult } from '../jobs/render-batch.ts';
import type { Signing, SigningRequest } from '../jobs/signing.ts';
import { isDateTime } from '../model/date.ts';
import { formatInstant, instantOf, offsetOn } from '../text/index.ts';
import { tell, type Context } from './command.ts';
import { say } from './locale.ts';
import { askPassPhrase, canAsk, passPhraseFrom, takePassPhrase } from './pass-phrase.ts';
import { words } from './words/signing.ts';

export interface SigningOptions {
  readonly sign?: string;
  readonly passFd?: number;
  readonly tsa?: string;
  readonly signCommand?: readonly string[];
  readonly signCertificate?: string;
  readonly signDetached?: boolean;
  readonly signTime?: string;
  readonly signTimeout: number;
  readonly signRoom?: number;
}

const attempts = 3;

/** A time as people write it; without an offset by the clock of the capital. */
function timeOf(text: string): string {
  const [, minute = '', second = ':00', offset] = /^(.{16})(:[0-5]\d)?(Z|[+-]\d\d:\d\d)?$/.exec(text) ?? [];
  const time = isDateTime(minute) ? Date.parse(`${minute}${second}${offset ?? offsetOn(minute)}`) : NaN;
  if (Number.isNaN(time)) throw new InvalidArgumentError('2025-11-25T15:19, 2025-11-25T15:19:07+05:00');
  return instantOf(time);
}

function addressOf(text: string): string {
  const address = URL.canParse(text) ? new URL(text) : undefined;
  // A password in an address stands on the command line.
  if (!address || !/^https?:$/.test(address.protocol) || address.username || address.password)
    throw new InvalidArgumentError('http://…');
  return text;
}

const wholeIn =
  (least: number, most: number) =>
  (text: string): number => {
    if (!/^\d{1,6}$/.test(text) || Number(text) < least || Number(text) > most)
      throw new InvalidArgumentError(`${least} … ${most}`);
    return Number(text);
  };

/** A program and its words: divided at spaces, quotes of either kind hold words together. No shell reads it. */
function wordsOf(text: string): string[] {
  const found = [...text.matchAll(/(?:[^\s"']+|"[^"]*"|'[^']*')+/g)].map(([word]) =>
    word.replace(/"([^"]*)"|'([^']*)'/g, (_, double?: string, single?: string) => double ?? single ?? ''),
  );
  if (found.length === 0 || (text.match(/"/g) ?? []).length % 2 === 1) throw new InvalidArgumentError("'PROGRAM ARGS'");
  return found;
}

/** The options by which documents are signed, for the commands that make documents. */
export const addSigningOptions = (command: Command): Command =>
  command
    .option('--sign <key>', say(words.sign))
    .addOption(new Option('--pass-fd <n>', say(words.passFd)).argParser(wholeIn(0, 999)))
    .addOption(new Option('--tsa <url>', say(words.tsa)).argParser(addressOf))
    .addOption(new Option('--sign-command <program>', say(words.command)).argParser(wordsOf).conflicts('sign'))
    .option('--sign-certificate <file>', say(words.certificate))
    .option('--sign-detached', say(words.detached))
    .addOption(new Option('--sign-time <time>', say(words.time)).argParser(timeOf))
    .addOption(new Option('--sign-timeout <seconds>', say(words.timeout)).argParser(wholeIn(1, 86_400)).default(60))
    .addOption(new Option('--sign-room <kilobytes>', say(words.room)).argParser(wholeIn(1, 1024)));

/** An option that means nothing without another: [given, its name, the other]. */
function lonely(options: SigningOptions): readonly [string, string] | undefined {
  const { sign, signCommand } = options;
  const isSigning = sign !== undefined || signCommand !== undefined;
  const table: readonly (readonly [boolean, string, string])[] = [
    [options.passFd !== undefined && sign === undefined, '--pass-fd', '--sign'],
    [options.tsa !== undefined && !isSigning, '--tsa', '--sign'],
    [options.signDetached === true && !isSigning, '--sign-detached', '--sign'],
    [options.signTime !== undefined && !isSigning, '--sign-time', '--sign'],
    [options.signRoom !== undefined && signCommand === undefined, '--sign-room', '--sign-command'],
    [options.signCertificate !== undefined && signCommand === undefined, '--sign-certificate', '--sign-command'],
    [signCommand !== undefined && options.signCertificate === undefined, '--sign-command', '--sign-certificate'],
  ];
  const found = table.find(([isAlone]) => isAlone);
  return found && [found[1], found[2]];
}

type Common = Omit<SigningRequest, 'by'>;

/** Opens the key file by a pass phrase that was handed over (a descriptor comes first), else asks; a person may mistype. */
async function withKey(
  file: string,
  passFd: number | undefined,
  inherited: string | undefined,
  common: Common,
): Promise<Outcome<Signing>> {
  // Before anybody types a pass phrase for a file that is not there.
  if (!existsSync(file)) return failure([diagnostic('file-missing', { file }, { file })]);
  const { openSigning } = await import('../jobs/signing.ts');
  const open = (passPhrase: string): Outcome<Signing> =>
    openSigning({ ...common, by: { kind: 'key', file, passPhrase } });
  if (passFd !== undefined) {
    const given = passPhraseFrom(passFd);
    return given.ok ? open(given.value) : given;
  }
  if (inherited !== undefined) return open(inherited);
  if (!canAsk()) return failure([diagnostic('pass-phrase-missing', {}, { file })]);
  for (let attempt = 1; ; attempt++) {
    const outcome = open(await askPassPhrase(file));
    const isMistyped = outcome.findings.some(({ code }) => code === 'key-pass-phrase-wrong');
    if (!isMistyped || attempt === attempts) return outcome;
    process.stderr.write(`${say(words.again)}\n`);
  }
}

/** How documents are to be signed, or undefined where they are not. The clock is read here and nowhere else. */
export async function signingFor(options: SigningOptions): Promise<Outcome<Signing | undefined>> {
  const inherited = takePassPhrase();
  const alone = lonely(options);
  if (alone) return failure([diagnostic('option-alone', { option: alone[0], other: alone[1] })]);
  const { sign, signCommand, signCertificate, tsa, signRoom, signTimeout } = options;
  const timeoutMs = signTimeout * 1000;
  const now = instantOf(Date.now());
  const at = options.signTime ?? now;
  if (Date.parse(at) > Date.parse(now)) return failure([diagnostic('sign-time-ahead', { time: at, now })]);
  const common: Common = {
    at,
    now,
    ...(options.signDetached ? { detached: true } : {}),
    ...(tsa === undefined ? {} : { tsa, tsaTimeoutMs: timeoutMs }),
  };
  if (sign !== undefined) return withKey(sign, options.passFd, inherited, common);
  if (signCommand === undefined || signCertificate === undefined) return success(undefined);
  const { openSigning } = await import('../jobs/signing.ts');
  const room = signRoom === undefined ? {} : { room: signRoom * 1024 };
  return openSigning({
    ...common,
    by: { kind: 'command', words: signCommand, certificate: signCertificate, timeoutMs, ...room },
  });
}

/** Says what this run signed, by whom and when. */
export function tellSigned(context: Context, signing: Signing | undefined, { documents, made }: RenderResult): void {
  const files = new Set(made.map(({ file }) => file));
  const signatures = documents.filter(({ file }) => files.has(file)).flatMap(({ signature }) => signature ?? []);
  const [first] = signatures;
  if (!signing || !first) return;
  const { signer, serial } = first;
  tell(context, words.signed, { count: signatures.length, signer, serial, time: formatInstant(signing.at) });
}
