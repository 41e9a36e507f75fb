import { diagnostic, failure, success, type Diagnostic, type Outcome } from '../diagnostics/index.ts';
import type { DocumentSignature } from '../model/document.ts';
import {
  fingerprintOf,
  issuerOf,
  openKeyFile,
  outsideCertificate,
  signerByCommand,
  signerOf as nameOf,
  signerWithKey,
  signingKeyOf,
  withPatience,
  type KeyFile,
  type Signer,
} from '../sign/index.ts';
import { readBytes } from '../store/index.ts';

/** How the documents of a run are to be signed, as it is asked for. */
export interface SigningRequest {
  /** The time of signing: ISO 8601 with seconds and offset. One for the whole run. */
  readonly at: string;
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

/**
 * Reads the key or the certificate and finds out whether it can sign at that time. Everything that can be wrong before the first
 * document is made is told here, once.
 */
export function openSigning(request: SigningRequest): Outcome<Signing> {
  const { at, by, tsa, tsaTimeoutMs = tsaTimeout } = request;
  const common = {
    at,
    form: request.detached === true ? ('detached' as const) : ('embedded' as const),
    ...(tsa === undefined ? {} : { tsa: { url: tsa, timeoutMs: tsaTimeoutMs } }),
  };
  if (by.kind === 'key') {
    const content = openKey(by.file, by.passPhrase);
    if (!content.ok) return content;
    const key = signingKeyOf(by.file, content.value, at);
    if (!key.ok) return key;
    return success({ ...common, by: { kind: 'key', file: by.file, content: content.value } }, key.findings);
  }
  const bytes = readBytes(by.certificate);
  if (!bytes.ok) return bytes;
  const certificate = outsideCertificate(by.certificate, bytes.value, at);
  if (!certificate.ok) return certificate;
  const { words, timeoutMs, room } = by;
  const outside = { words, timeoutMs, file: by.certificate, certificate: certificate.value.der };
  const signing = { kind: 'command' as const, ...outside, ...(room === undefined ? {} : { room }) };
  return success({ ...common, by: signing }, certificate.findings);
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
  return signerByCommand({ words: by.words, timeoutMs: by.timeoutMs }, certificate.value, tsa, by.room);
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
