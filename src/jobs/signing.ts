import { diagnostic, failure, hasErrors, success, type Diagnostic, type Outcome } from '../diagnostics/index.ts';
import type { DocumentSignature } from '../model/document.ts';
import {
  endAll,
  fingerprintOf,
  issuerOf,
  noneRunning,
  openKeyFile,
  outsideCertificate,
  signerByCommand,
  signerOf as nameOf,
  signerWithKey,
  signingKeyOf,
  usableAt,
  withPatience,
  type KeyFile,
  type Running,
  type Signer,
} from '../sign/index.ts';
import { readBytes } from '../store/index.ts';

/** How the documents of a run are to be signed, as it is asked for. */
export interface SigningRequest {
  /** The time of signing: ISO 8601 with seconds and offset. One for the whole run. */
  readonly at: string;
  /** The clock: a certificate that is over signs nothing, whatever time is stated. */
  readonly now?: string;
  readonly by:
    | { readonly kind: 'key'; readonly file: string; readonly passPhrase: string }
    | {
        readonly kind: 'command';
        readonly words: readonly string[];
        /** The file of the certificate whose key the program uses: its words stand on the page before anything is signed. */
        readonly certificate: string;
        readonly timeoutMs: number;
        /** Octets to keep free for a signature, where those of the program are large. */
        readonly room?: number;
      };
  /** The signature goes into a file of its own, beside the document. */
  readonly detached?: boolean;
  /** The address of an authority for time stamps. */
  readonly tsa?: string;
  readonly tsaTimeoutMs?: number;
}

/**
 * The same with its files read and found fit. Plain data, so that it can be handed to another thread of this program; it holds
 * the key in the open and is never written anywhere.
 */
export interface Signing {
  readonly at: string;
  readonly form: 'embedded' | 'detached';
  readonly by:
    | { readonly kind: 'key'; readonly file: string; readonly content: KeyFile }
    | {
        readonly kind: 'command';
        readonly words: readonly string[];
        readonly file: string;
        readonly certificate: Uint8Array;
        readonly timeoutMs: number;
        readonly running: Running;
        readonly room?: number;
      };
  readonly tsa?: { readonly url: string; readonly timeoutMs: number };
  /** Nothing is signed: it is only asked what would be. */
  readonly isTrial?: boolean;
}

/** Key files have some kilobytes. Whatever is larger is another file. */
const largestKeyFile = 1 << 20;
const tsaTimeout = 30_000;

function openKey(file: string, passPhrase: string): Outcome<KeyFile> {
  const bytes = readBytes(file);
  if (!bytes.ok) return bytes;
  if (bytes.value.length > largestKeyFile) return failure([diagnostic('key-broken', {}, { file })]);
  return openKeyFile(file, bytes.value, passPhrase);
}

type By<Kind, T extends { readonly by: unknown }> = Extract<T['by'], { readonly kind: Kind }>;

function openWithKey({ file, passPhrase }: By<'key', SigningRequest>, at: string, now: string): Outcome<Signing['by']> {
  const content = openKey(file, passPhrase);
  if (!content.ok) return content;
  const key = signingKeyOf(file, content.value, at);
  if (!key.ok) return key;
  const faults = usableAt(key.value.certificate, now, file);
  return hasErrors(faults) ? failure(faults) : success({ kind: 'key', file, content: content.value }, key.findings);
}

function openWithCommand(by: By<'command', SigningRequest>, at: string, now: string): Outcome<Signing['by']> {
  const { certificate: file, ...command } = by;
  const bytes = readBytes(file);
  if (!bytes.ok) return bytes;
  const certificate = outsideCertificate(file, bytes.value, at);
  if (!certificate.ok) return certificate;
  const faults = usableAt(certificate.value, now, file);
  if (hasErrors(faults)) return failure(faults);
  const running = noneRunning();
  // Whoever interrupts us interrupts the programs too.
  process.once('exit', () => endAll(running));
  return success({ ...command, file, certificate: certificate.value.der, running }, certificate.findings);
}

/**
 * Reads the key or the certificate and finds out whether it can sign at that time. Everything that can be wrong before the first
 * document is made is told here, once.
 */
export function openSigning(request: SigningRequest): Outcome<Signing> {
  const { at, now = at, by, tsa, tsaTimeoutMs = tsaTimeout } = request;
  const opened = by.kind === 'key' ? openWithKey(by, at, now) : openWithCommand(by, at, now);
  if (!opened.ok) return opened;
  const form = request.detached === true ? 'detached' : 'embedded';
  const stamping = tsa === undefined ? {} : { tsa: { url: tsa, timeoutMs: tsaTimeoutMs } };
  return success({ at, form, by: opened.value, ...stamping }, opened.findings);
}

function makeSigner({ at, by, tsa }: Signing): Signer {
  if (by.kind === 'key') {
    const { keys, certificates } = by.content;
    // What went through another thread has come out as plain octets.
    const content = {
      keys: keys.map((key) => Buffer.from(key)),
      certificates: certificates.map((one) => Buffer.from(one)),
    };
    const key = signingKeyOf(by.file, content, at);
    if (!key.ok) throw new Error('a key that was fit is not fit any more');
    return signerWithKey(key.value, tsa);
  }
  const certificate = outsideCertificate(by.file, by.certificate, at);
  if (!certificate.ok) throw new Error('a certificate that was fit is not fit any more');
  return signerByCommand(
    { words: by.words, timeoutMs: by.timeoutMs, running: by.running },
    certificate.value,
    tsa,
    by.room,
  );
}

const signers = new WeakMap<Signing, Signer>();

/** The signer of a run; the same for all its documents. */
export function signerOf(signing: Signing): Signer {
  const known = signers.get(signing);
  if (known) return known;
  const signer = withPatience(makeSigner(signing));
  signers.set(signing, signer);
  return signer;
}

/** What the block on the page says. */
export function factsOf(signing: Signing): DocumentSignature {
  const { certificate } = signerOf(signing);
  return {
    form: signing.form,
    signer: nameOf(certificate),
    organisation: certificate.subject.organisation ?? null,
    serial: certificate.serial,
    issuer: issuerOf(certificate),
    signed: signing.at,
  };
}

/** By whom and how a run signs, without the time and the certificate: a renewed certificate is no reason to sign an archive again. */
export function signedAs(signing: Signing) {
  const { signer, organisation, form } = factsOf(signing);
  return { signer, organisation, form, isStamped: signing.tsa !== undefined };
}

export const certificateOf = (signing: Signing): string => fingerprintOf(signerOf(signing).certificate);

/** The words of a name, so that «Ё» and the case of letters make no difference. */
const wordsOf = (name: string): string[] =>
  name
    .toUpperCase()
    .replaceAll('Ё', 'Е')
    .split(/[\s.]+/)
    .filter(Boolean);

/**
 * Whether the officer whom the document names is the one who signs: surname and name have to stand in the certificate (a
 * patronymic may be missing there).
 */
export function signerFault(officer: string | undefined, signer: string): Diagnostic | undefined {
  if (officer === undefined) return undefined;
  const known = new Set(wordsOf(signer));
  const [surname, given] = wordsOf(officer);
  const isSame = [surname, given].every((word) => word === undefined || known.has(word));
  return isSame ? undefined : diagnostic('signer-differs', { officer, signer });
}
