import { join } from 'node:path';
import { diagnostic, failure, success, type Diagnostic, type Outcome } from '../diagnostics/index.ts';
import { readModel, wording, type Language, type Library, type LoadedRegulation, type Text } from '../model/index.ts';
import { QuestionnaireTexts } from '../model/questionnaire.ts';
import type { Question } from '../model/response.ts';
import { makeFillable } from '../pdf/finished.ts';
import { loadFonts, writePdf } from '../pdf/index.ts';
import { readTree } from '../source/index.ts';
import { packageRoot, writeAtomic } from '../store/index.ts';
import { formatDate } from '../text/dates.ts';
import { setForms, type FormOrder, type FormWords } from './questionnaire-form.ts';
import { loadLibrary, selectAddresses } from './regulations.ts';

export interface QuestionnaireRequest {
  readonly root: string;
  readonly selectors: readonly string[];
  readonly languages: readonly Language[];
  readonly out: string;
  readonly fillable: boolean;
  readonly count: number;
  /** The first serial number; 0 prints forms without numbers. */
  readonly first: number;
  readonly perPage: 1 | 2;
}

export interface QuestionnaireResult {
  readonly files: readonly string[];
  readonly forms: number;
  readonly findings: readonly Diagnostic[];
}

type WithForm = LoadedRegulation & { readonly form: NonNullable<LoadedRegulation['regulation']['questionnaire']> };

const withForms = (library: Library): WithForm[] =>
  library.regulations.flatMap((one) => {
    const form = one.regulation.questionnaire;
    return form ? [{ ...one, form }] : [];
  });

export function readQuestionnaireTexts(root: string): Outcome<QuestionnaireTexts> {
  const own = readTree(join(root, 'templates', 'questionnaire', 'texts.yaml'));
  const tree = own.ok ? own : readTree(join(packageRoot(), 'templates', 'questionnaire', 'texts.yaml'));
  return tree.ok ? readModel(QuestionnaireTexts, tree.value) : tree;
}

/** regulation, sister act, texts -> words in a language -> pages -> PDF, one file per regulation. One that fails stops no other. */
export async function questionnaire(request: QuestionnaireRequest): Promise<QuestionnaireResult> {
  const texts = readQuestionnaireTexts(request.root);
  const addresses = selectAddresses(request.root, request.selectors);
  if (!texts.ok || !addresses.ok) return { files: [], forms: 0, findings: [...texts.findings, ...addresses.findings] };
  const { library, findings } = loadLibrary(request.root);
  const all = withForms(library);
  const known = all.map(({ address }) => address).join(', ');
  const files: string[] = [];
  let forms = 0;
  for (const address of addresses.value) {
    const regulation = all.find((one) => one.address === address);
    if (!regulation) {
      if (request.selectors.length > 0) findings.push(diagnostic('questionnaire-absent', { name: address, known }));
      continue;
    }
    const written = await writeForms(regulation, all, texts.value, request);
    findings.push(...written.findings);
    if (!written.ok) continue;
    files.push(written.value);
    forms += request.count;
  }
  return { files, forms, findings };
}

async function writeForms(
  regulation: WithForm,
  all: readonly WithForm[],
  texts: QuestionnaireTexts,
  request: QuestionnaireRequest,
): Promise<Outcome<string>> {
  const findings: Diagnostic[] = [];
  const words = request.languages.map((language) => wordsOf(regulation, all, language, texts, findings));
  const complete = words.flatMap((one) => (one ? [one] : []));
  if (complete.length < words.length) return failure(findings);
  const order: FormOrder = {
    service: regulation.address,
    words: complete,
    serials: Array.from({ length: request.count }, (_, index) => (request.first === 0 ? 0 : request.first + index)),
    perPage: request.perPage,
    withComment: request.fillable,
  };
  const fonts = loadFonts();
  const layout = setForms(order, fonts.set);
  if (!layout.ok) return failure([...findings, ...layout.findings]);
  const { act } = regulation.act;
  const bytes = await writePdf(
    layout.value,
    { date: `${act.date}T00:00:00+06:00`, subject: complete[0]?.service ?? '' },
    fonts,
  );
  const whole = request.fillable ? await makeFillable(bytes, layout.value.anchors, tipsOf(order)) : bytes;
  const name = `${regulation.address}-${request.languages.join('-')}${request.fillable ? '-fillable' : ''}.pdf`;
  const written = writeAtomic(join(request.out, name), whole);
  return written.ok ? success(written.value, findings) : failure([...findings, ...written.findings]);
}

/** What a field is called aloud. */
const tipsOf = (order: FormOrder): Map<string, string> =>
  new Map(
    order.serials.flatMap((_, index) => [
      ...(['quality', 'accessibility'] as const).map((question): [string, string] => [
        `${index + 1}.${question}`,
        order.words.map((words) => words.questions[question].text).join(' / '),
      ]),
      [`${index + 1}.comment`, order.words.map(({ comment }) => comment).join(' / ')] satisfies [string, string],
    ]),
  );

function wordsOf(
  own: WithForm,
  all: readonly WithForm[],
  language: Language,
  texts: QuestionnaireTexts,
  findings: Diagnostic[],
): FormWords | undefined {
  const { address, regulation } = own;
  const at = { file: own.tree.file, pointer: ['questionnaire'] };
  const teller = regulation.lang === language ? own : all.find((one) => one.regulation.lang === language);
  const say = (text: Text | null | undefined): string | undefined =>
    teller && wording(text, language, teller.regulation.lang);
  const correct = (text: string | undefined): string | undefined => {
    for (const { act, print } of texts.corrections) {
      if (text?.includes(act) !== true) continue;
      findings.push(
        diagnostic('questionnaire-corrected', { act, print }, { ...at, file: teller?.tree.file ?? own.tree.file }),
      );
      return text.replace(act, print);
    }
    return text;
  };
  const asked = (id: Question) => {
    const question = teller?.form.questions.find((one) => one.id === id);
    const text = correct(say(question?.text));
    const options = (question?.options ?? []).flatMap((option) => say(option.text) ?? []);
    return text === undefined || options.length !== 3 ? undefined : { text, options };
  };
  const [title, quality, accessibility] = [say(teller?.form.title), asked('quality'), asked('accessibility')];
  if (!teller || title === undefined || !quality || !accessibility) {
    findings.push(diagnostic('questionnaire-words-missing', { name: address, language }, at));
    return undefined;
  }
  const name = wording(regulation.title, language, regulation.lang);
  if (name === undefined)
    findings.push(diagnostic('questionnaire-title-missing', { language }, { ...at, pointer: ['title'] }));
  const { act } = teller.act;
  const source = { date: formatDate(act.date, language), number: act.number, kind: texts.kinds[act.kind][language] };
  const cite = texts.cite[language].replace(/\{(date|number|kind)\}/g, (_, key: keyof typeof source) => source[key]);
  if (teller !== own)
    findings.push(diagnostic('questionnaire-borrowed', { language, act: `${teller.address}, ${cite}` }, at));
  const shown = texts.texts;
  return {
    language,
    title,
    service: name ?? wording(regulation.title, regulation.lang, regulation.lang) ?? address,
    nameLabel: say(teller.form.nameLabel),
    questions: { quality, accessibility },
    instruction: shown.instruction[language],
    comment: shown.comment[language],
    codeLabel: shown.code[language],
    cite: teller === own ? undefined : cite,
  };
}
