import type { VerifiedDocument } from '../jobs/verify.ts';
import type { VerifiedSignature } from '../jobs/verify-signature.ts';
import { formatInstant, instantOf } from '../text/index.ts';
import { contextOf, exitFor, finish, makeCommand, printFindings, rootFault, tell, type Context } from './command.ts';
import { exit } from './exit.ts';
import { say } from './locale.ts';
import { words } from './words/verify.ts';

interface Options {
  readonly root?: string;
  readonly quiet?: boolean;
  readonly ca?: string;
  readonly manifest?: string;
}

/** By the clock of the capital, as it stands on the documents. */
const shown = (time: string): string => formatInstant(instantOf(Date.parse(time)));

function tellSignature(context: Context, signature: VerifiedSignature): void {
  const { form, signer, serial, issuer, signed, stamp, isChecked, root } = signature;
  tell(context, words.signed, { signer, serial, issuer });
  if (form === 'detached') tell(context, words.detached);
  tell(context, isChecked ? words.whole : words.unchecked);
  if (signed !== undefined) tell(context, words.time, { time: shown(signed) });
  if (stamp)
    tell(context, stamp.isTrusted ? words.stamp : words.stampUntrusted, {
      time: shown(stamp.at),
      authority: stamp.authority,
    });
  if (root === undefined) tell(context, words.untrusted);
  else tell(context, words.trusted, { root });
}

function tellDocument(context: Context, { file, kind, number, signatures, isListed }: VerifiedDocument): void {
  tell(context, words.genuine, { file, kind, number });
  if (isListed) tell(context, words.listed);
  if (signatures.length === 0) tell(context, words.unsigned);
  for (const signature of signatures) tellSignature(context, signature);
}

async function action(files: readonly string[], options: Options): Promise<void> {
  const context = contextOf(options);
  const fault = rootFault(context);
  if (fault) {
    printFindings([fault]);
    return finish(exit.usage);
  }
  const { verify } = await import('../jobs/verify.ts');
  const { ca, manifest } = options;
  const { verified, findings } = await verify(context.root, files, {
    now: instantOf(Date.now()),
    ...(ca === undefined ? {} : { trusted: ca }),
    ...(manifest === undefined ? {} : { manifest }),
  });
  for (const document of verified) tellDocument(context, document);
  printFindings(findings);
  finish(exitFor(findings));
}

export const verifyCommand = () =>
  makeCommand('verify', words.description, [
    'reglament verify out/documents/*.pdf',
    'reglament verify out/documents/*.pdf --manifest out/documents/manifest.json --ca authority.pem',
  ])
    .argument('<file...>', say(words.file))
    .option('--ca <file>', say(words.ca))
    .option('--manifest <file>', say(words.manifest))
    .action(action);
