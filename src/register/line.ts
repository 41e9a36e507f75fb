import type { CaseText } from '../model/case-parts.ts';
import type { Case } from '../model/case.ts';
import type { DocumentModel, DocumentSignature } from '../model/document.ts';
import type { Language } from '../model/text.ts';
import type { Words } from '../model/words.ts';
import { formatInstant, formatShortDate } from '../text/index.ts';
import type { RegisterLine } from './register.ts';

/** How the lines are worded. */
export interface Wording {
  readonly language: Language;
  readonly words: Words;
  /** ИИН in full: only for whoever asked for them. */
  readonly fullIds: boolean;
}

type Data = Readonly<Record<string, unknown>>;
const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null;

/** A wording in the language of the register, or in the other one where there is no such. */
function textOf(value: unknown, language: Language): string {
  if (typeof value === 'string') return value;
  if (!isData(value)) return '';
  const text = value[language] ?? value['ru'] ?? value['kk'];
  return typeof text === 'string' ? text : '';
}

/** Of ИИН the last four figures remain: enough to tell namesakes apart, too little to misuse. */
export const masked = (iin: string): string => iin.replace(/\d(?=\d{4})/g, '•');

/** On what a document rests: its own basis, the grounds of a refusal, what was missing; else the application. */
function groundOf(document: Data, loaded: Case, { language, words }: Wording): string {
  for (const key of ['basis', 'reason']) {
    const text = textOf(document[key], language);
    if (text !== '') return text;
  }
  const { grounds, missing } = document;
  if (Array.isArray(grounds))
    return grounds
      .map((one: unknown) => (isData(one) ? `${textOf(one['text'], language)} (${textOf(one['cite'], language)})` : ''))
      .join('; ');
  if (Array.isArray(missing)) return missing.map((one: unknown) => textOf(one, language)).join('; ');
  const { accepted } = loaded.events;
  return accepted
    ? words.say('ground:application', language, { number: accepted.number, date: formatShortDate(accepted.at) })
    : words.say('ground:case', language, { case: loaded.case });
}

/** The number of the licence that an appendix belongs to; undefined for whatever is no appendix. */
export function licenceOf({ document }: DocumentModel): unknown {
  const licence: unknown = isData(document) ? document['licence'] : undefined;
  return isData(licence) ? licence['number'] : undefined;
}

/** Who signed: the officer of the decision, or whoever acted in the event. */
function signerOf(model: DocumentModel, language: Language): string {
  const document: Data = isData(model.document) ? model.document : {};
  const person: unknown = model.officer ?? document['officer'] ?? document['worker'];
  if (!isData(person)) return '';
  return [textOf(person['name'], language), textOf(person['post'], language)].filter(Boolean).join(', ');
}

/** What is known of the file of a document. */
export interface PrintedFile {
  readonly file: string;
  readonly sha256: string;
  /** The hash in the QR code. */
  readonly data: string;
  readonly signature?: DocumentSignature | undefined;
}

/** The line of a document; `printed` = its file, or the hash of its data where none is known. */
export function lineOf(
  model: DocumentModel,
  loaded: Case,
  printed: PrintedFile | { readonly data: string },
  wording: Wording,
): RegisterLine {
  const { language, words, fullIds } = wording;
  const { applicant } = model;
  const file = 'file' in printed ? printed : undefined;
  const signature = file?.signature;
  const say = (text: CaseText): string => textOf(text, language);
  return {
    number: model.number ?? '',
    issued: model.issued,
    kind: [
      words.say(`kind:${model.kind}`, language),
      ...(model.specimen ? [words.say('specimen', language)] : []),
    ].join(' '),
    service: say(model.service.title),
    applicant: say(applicant.name),
    id: applicant.person && !fullIds ? masked(applicant.id) : applicant.id,
    ground: groundOf(isData(model.document) ? model.document : {}, loaded, wording),
    signer: signerOf(model, language),
    case: model.case,
    signature: signature
      ? words.say('signed', language, { signer: signature.signer, at: formatInstant(signature.signed) })
      : '',
    sha256: file ? file.sha256 : '',
    data: printed.data,
    file: file ? file.file : '',
  };
}
