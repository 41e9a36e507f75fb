import { diagnostic, failure, success, type Diagnostic, type Outcome } from '../diagnostics/index.ts';
import { canonicalJson, type Template } from '../document/index.ts';
import type { DocumentModel } from '../model/document.ts';
import { embedSignature, prepareSignature, signedPart } from '../pdf/index.ts';
import { readSignature, readTimeStamp } from '../sign/index.ts';
import { sha256 } from '../store/index.ts';
import type { SignatureRecord } from './signature-record.ts';
import { setDocument, type SetDocument } from './set-document.ts';
import { certificateOf, factsOf, signedAs, signerFault, signerOf, type Signing } from './signing.ts';

/** How documents are signed in a run, and what is made of a document that has to be signed with care. */
export interface SigningRules {
  readonly signing?: Signing | undefined;
  /** The whole run is one of specimens: they may be signed, and say that they are. */
  readonly specimen?: boolean | undefined;
  readonly strict?: boolean | undefined;
}

/** A document that is set, and signed if that was asked for. */
export interface SignedDocument extends SetDocument {
  readonly signature?: SignatureRecord;
  /** A detached signature, for the file `<document>.cms`. */
  readonly beside?: { readonly file: string; readonly bytes: Uint8Array };
}

/** A template without the words of a signature is one that people sign by pen. */
const hasPlace = ({ fields }: Template): boolean => fields.some(([whole]) => whole === 'signature');

const officerOf = ({ officer, document }: DocumentModel): string | undefined => {
  const own = 'officer' in document ? document['officer'] : undefined;
  const name = typeof own === 'object' && own !== null && 'name' in own ? own.name : officer?.name;
  return typeof name === 'string' ? name : undefined;
};

/** Why a document that stands has to be signed, or signed otherwise; undefined where its signature will do. */
export function signatureReason(
  signature: SignatureRecord | undefined,
  template: Template,
  signing: Signing | undefined,
): 'unsigned' | 'signer' | undefined {
  // A run without a key leaves what is signed as it is.
  if (!signing || !hasPlace(template)) return undefined;
  if (!signature) return 'unsigned';
  const wanted = signedAs(signing);
  const isSame =
    signature.form === wanted.form &&
    signature.signer === wanted.signer &&
    signature.organisation === wanted.organisation &&
    (signature.stamped !== null || !wanted.isStamped);
  return isSame ? undefined : 'signer';
}

/** What speaks against signing this document, or for a second look; an error under `strict`. */
function faultsOf(
  model: DocumentModel,
  template: Template,
  signer: string,
  { specimen, strict }: SigningRules,
): Diagnostic[] {
  if (model.specimen && specimen !== true) return [diagnostic('sign-specimen', {})];
  const { kind } = model;
  if (strict === true && template.oursOfSignature > 0)
    return [diagnostic('strict-unreviewed', { kind, reasons: 'document-ours' })];
  const fault = signerFault(officerOf(model), signer);
  return fault ? [strict === true ? { ...fault, severity: 'error' } : fault] : [];
}

interface Signed {
  readonly bytes: Uint8Array;
  readonly cms: Uint8Array;
}

/** Puts the signature into the file, or makes it beside the file. */
async function signFile(
  unsigned: Uint8Array,
  file: string,
  signing: Signing,
  isSpecimen: boolean,
): Promise<Outcome<Signed> | undefined> {
  const signer = signerOf(signing);
  if (signing.form === 'detached') {
    const cms = await signer.signCms(unsigned, file);
    return cms.ok ? success({ bytes: unsigned, cms: cms.value }) : cms;
  }
  const { signed, signer: name } = factsOf(signing);
  const reason = isSpecimen ? { reason: 'ҮЛГІ / ОБРАЗЕЦ' } : {};
  const prepared = prepareSignature(unsigned, { signed, signer: name, ...reason }, signer.room);
  if (!prepared) return undefined;
  const cms = await signer.signCms(signedPart(prepared), file);
  if (!cms.ok) return cms;
  const bytes = embedSignature(prepared, cms.value);
  if (bytes) return success({ bytes, cms: cms.value });
  return failure([diagnostic('cms-too-large', { size: cms.value.length, room: signer.room })]);
}

function recordOf(
  model: DocumentModel,
  unsigned: SetDocument,
  file: string,
  signing: Signing,
  { cms }: Signed,
): SignatureRecord {
  // A key of ours adds no stamp unasked; a program outside may.
  const mayBeStamped = signing.tsa !== undefined || signing.by.kind === 'command';
  const token = mayBeStamped ? readSignature(cms)?.timeStamp : undefined;
  const { bytes } = unsigned;
  return {
    ...factsOf(signing),
    stamped: (token && readTimeStamp(token)?.at) ?? null,
    certificate: certificateOf(signing),
    unsigned: { bytes: bytes.length, sha256: sha256(bytes), data: sha256(canonicalJson(model)) },
    ...(signing.form === 'detached'
      ? { detached: { file: `${file}.cms`, bytes: cms.length, sha256: sha256(cms) } }
      : {}),
  };
}

/**
 * model -> with the words of the signature -> pages and bytes -> signature over them
 *
 * Where signing fails there is no document: its page would say that it is signed. A document that people sign by pen comes out
 * unsigned, as without `signing`, and that is said.
 */
export async function makeDocument(
  model: DocumentModel,
  template: Template,
  file: string,
  rules: SigningRules,
): Promise<Outcome<SignedDocument>> {
  const { signing } = rules;
  if (!signing) return setDocument(model, template);
  const unsignable = async (): Promise<Outcome<SignedDocument>> => {
    const set = await setDocument(model, template);
    const note = diagnostic('sign-no-place', { kind: model.kind });
    return set.ok ? success(set.value, [...set.findings, note]) : set;
  };
  if (!hasPlace(template)) return unsignable();
  const facts = factsOf(signing);
  const faults = faultsOf(model, template, facts.signer, rules);
  if (faults.some(({ severity }) => severity === 'error')) return failure(faults);
  const set = await setDocument({ ...model, signature: facts }, template);
  if (!set.ok) return set;
  if (signing.isTrial === true) return success(set.value, [...set.findings, ...faults]);
  const signed = await signFile(set.value.bytes, file, signing, model.specimen);
  if (!signed) return unsignable();
  const findings = [...set.findings, ...faults];
  if (!signed.ok) return failure([...findings, ...signed.findings]);
  const signature = recordOf(model, set.value, file, signing, signed.value);
  const beside = signing.form === 'detached' ? { beside: { file: `${file}.cms`, bytes: signed.value.cms } } : {};
  return success({ ...set.value, bytes: signed.value.bytes, signature, ...beside }, findings);
}
