import {
  resolveMark,
  type DocumentKind,
  type Mark,
  type Participant,
  type Regulation,
  type Step,
} from '../../../src/model/index.ts';
import { leaves } from './leaves.ts';
import { letters, words } from './ledger.ts';

/** Our reading as far as the words of the act decide it: who acts, what is drawn, what comes out. */

interface Placed {
  readonly kind: Mark['kind'];
  readonly at: string;
  readonly why: string;
}
const placed = new WeakMap<Regulation, readonly Placed[]>();

/** The marks of a regulation with the pointers of their places, joined by slashes. */
export function marksOn(regulation: Regulation): readonly Placed[] {
  const { marks = [], ...data } = regulation;
  const found =
    placed.get(regulation) ??
    marks.flatMap(({ kind, at, why }) => {
      const pointer = resolveMark(at, data);
      return pointer ? [{ kind, at: pointer.join('/'), why }] : [];
    });
  placed.set(regulation, found);
  return found;
}

const stem = (word: string): string => word.slice(0, Math.max(3, word.length - 2));

const patterns = new Map<string, RegExp>();
/** A name in some grammatical case in letters that stand close: its words one after the other, but for their last letters. */
function patternOf(name: string): RegExp {
  const stems = name.split(/[\s/]+/u).map((word) => stem(letters(word)));
  const pattern = patterns.get(name) ?? new RegExp(stems.join('[\\p{L}/,:]{0,5}'), 'u');
  patterns.set(name, pattern);
  return pattern;
}

const textsOf = (value: unknown): string[] => [...leaves(value)].map(({ text }) => text);
const wordsOf = (value: unknown): string => textsOf(value).map(letters).join(' ');
const namesOf = ({ name, short, aliases = [] }: Participant): string[] => textsOf([{ name, short }, { aliases }]);

/** Where some words begin with those of a name, in some grammatical case. */
const mentions = (said: readonly string[], name: string): number[] => {
  const stems = words(name).map(stem);
  return said.flatMap((_, at) => (stems.every((one, index) => said[at + index]?.startsWith(one)) ? [at] : []));
};

/** Whether a text names someone otherwise than as the one to or from whom a thing goes, «руководителю управления», «от услугополучателя». */
function isNamedIn(text: string, name: string, { lang }: Regulation): boolean {
  const said = words(text);
  const found = mentions(said, name);
  if (found.length === 0) return patternOf(name).test(letters(text));
  const own = words(name);
  return found.some((at) => {
    // The case of a Russian name is seen at its first word, that of a Kazakh one at its last.
    const word = said[lang === 'ru' ? at : at + own.length - 1] ?? '';
    if (lang === 'ru') return !/[ую]$/u.test(word) && !/^(?:от|у)$/u.test(said[at - 1] ?? '');
    return !/(?:қа|ке|ға|ге)$/u.test(word);
  });
}

function textsOfStep({ tellings }: Regulation, flow: string, { id, text, notes }: Step): string[] {
  const items = tellings
    .filter((one) => one.flow === flow)
    .flatMap((one) => one.items.filter(({ step }) => step === id));
  return textsOf([
    { text },
    ...(notes ?? []).map((note) => note.text),
    ...items.flatMap((item) => [{ text: item.text }, item.actor]),
  ]);
}

const isCase = (text: Step['text']): boolean => typeof text === 'string' && text.startsWith('в случае');

/**
 * Who acts in a step that begins with the name of another: a Russian sentence that begins with a name is about that one,
 * «специалист канцелярии … направляет их руководству».
 */
function isAnother({ participants, lang }: Regulation, { text }: Step, id: string): boolean {
  if (lang !== 'ru' || typeof text !== 'string') return false;
  const said = words(text);
  const lengths = participants.map((one) =>
    Math.max(0, ...namesOf(one).map((name) => (mentions(said, name)[0] === 0 ? words(name).length : 0))),
  );
  const longest = Math.max(0, ...lengths);
  return longest > 0 && participants.some((one, index) => one.id === id && (lengths[index] ?? 0) < longest);
}

/** Who acts in a step although no place of the act names him in it, and no mark says that he is inferred. */
export function actorsNotNamed(data: Regulation): string[] {
  const marked = marksOn(data).flatMap(({ kind, at }) => (kind === 'inferred' || kind === 'lost' ? [at] : []));
  return Object.entries(data.process).flatMap(([flow, { steps }]) =>
    steps.flatMap((step, index) => {
      const here = `process/${flow}/steps/${String(index)}`;
      if (marked.some((at) => at === here || at.startsWith(`${here}/actors`))) return [];
      // The subject may stand once: at the head of a printed number, or before the cases «в случае если …» that follow it.
      const before = steps.slice(0, index + 1).findLastIndex(({ text }) => !isCase(text));
      const told = steps.filter(
        ({ id, number }, place) =>
          id === step.id || (number !== undefined && number === step.number) || (place >= before && place < index),
      );
      const said = told.flatMap((one) => textsOfStep(data, flow, one));
      return step.actors
        .filter((id) => {
          const actor = data.participants.find((one) => one.id === id);
          const isNamed = (name: string): boolean => said.some((text) => isNamedIn(text, name, data));
          return actor !== undefined && (isAnother(data, step, id) || !namesOf(actor).some(isNamed));
        })
        .map((id) => `${flow} ${step.id}: ${id}`);
    }),
  );
}

/** Names of the provider and of participants that their lines, or what is said of all of them, do not have in any case. */
export function namesNotThere(data: Regulation, lines: readonly string[]): string[] {
  const all = wordsOf([data.clauses, data.glossary, data.tellings, data.process]);
  const said = [{ name: data.provider.name, src: data.provider.src }, ...data.participants];
  return said.flatMap(({ name, src }) => {
    const own = src ? letters(lines.slice(src[0] - 1, src[1]).join('\n')) : '';
    return [...leaves(name)].flatMap(({ text }) =>
      patternOf(text).test(own) || patternOf(text).test(all) ? [] : [text],
    );
  });
}

/** Drawings whose lanes are not those of the flow, in the same order; a lane may leave out the end of a name. */
export function lanesNotAlike({ tellings, process, participants }: Regulation): string[] {
  return tellings.flatMap(({ id, flow, lanes: drawn }) => {
    const own = process[flow]?.lanes;
    if (!drawn || !own) return [];
    const isAlike =
      drawn.length === own.length &&
      drawn.every((lane, index) => {
        const unit = participants.find((one) => one.id === own[index]);
        return unit !== undefined && wordsOf(unit.name).startsWith(wordsOf(lane));
      });
    return isAlike ? [] : [`${id}: ${wordsOf(drawn)} / ${own.join(' ')}`];
  });
}

/**
 * Drawings of sister regulations, those with the same lanes, that begin the words of a step differently. Recognition left
 * too little of the letters to hold each drawing against its own lines alone.
 */
export function drawingsNotAlike(regulations: readonly Regulation[]): string[] {
  const drawings = regulations.flatMap(({ number, tellings }) =>
    tellings.flatMap(({ kind, lanes, items }) =>
      kind === 'drawing' && lanes
        ? items.flatMap(({ step, text }) =>
            typeof text === 'string' && step ? [{ number, place: `${wordsOf(lanes)} ${step}`, text }] : [],
          )
        : [],
    ),
  );
  const first = (text: string): string | undefined => text.split(' ')[0];
  return drawings.flatMap(({ number, place, text }) =>
    drawings.some((one) => one.place === place && first(one.text) !== first(text)) ? [`${number}: ${text}`] : [],
  );
}

/** What the act calls a paper of each kind. */
const called: Readonly<Record<DocumentKind, RegExp>> = {
  licence: /лиценз/iu,
  'licence-appendix': /приложени\S* к лицензии/iu,
  'licence-reissue': /переоформл|қайта ресімде/iu,
  'licence-duplicate': /дубликат|телнұсқа/iu,
  'appendix-duplicate': /дубликат приложения/iu,
  'transit-permit': /разрешени\S* на транзит/iu,
  'processing-permit': /разрешени\S* на переработку/iu,
  're-export-permit': /разрешени\S* на реэкспорт/iu,
  'crypto-sale-permit': /разрешения на реализацию/iu,
  'end-user-certificate': /конечного пользователя/iu,
  'export-control-conclusion': /заключение об отнесении/iu,
  'technical-conclusion': /заключения по техническому исследованию/iu,
  'import-export-licence': /лицензия/iu,
  'import-export-conclusion': /заключения .*на ввоз, вывоз и транзит/iu,
  refusal: /отказ|бас тарту/iu,
  'refusal-incomplete': /отказ в дальнейшем рассмотрении/iu,
  receipt: /расписка .*о приеме/iu,
  'refusal-of-acceptance': /отказе в приеме/iu,
  consent: /согласие/iu,
  'samples-notice': /уведомление о предоставлении образ/iu,
  'hand-over-mark': /отметка/iu,
};
const promised = ['licence-reissue', 'licence-duplicate'] as const;

/** Outcomes that their words do not call so, and those that the title or the clause of results promises in vain. */
export function outcomesNotAsSaid(data: Regulation): string[] {
  const outcomes = [...data.results, ...data.refusals, ...(data.papers ?? [])];
  const kinds = outcomes.flatMap((one) => one.kinds);
  const places = new Set(data.results.map(({ place }) => place));
  const clauses = data.clauses.filter(({ n }) => places.has(n)).map(({ text }) => text);
  const announced = JSON.stringify([data.title, clauses]);
  const form = JSON.stringify([data.forms, ...outcomes.map(({ text }) => text)]);
  return [
    ...outcomes.flatMap(({ id, text, kinds: own }) =>
      own.flatMap((kind) => (called[kind].test(JSON.stringify(text)) ? [] : [`${id}: ${kind}`])),
    ),
    ...promised.filter((kind) => called[kind].test(announced) && !kinds.includes(kind)),
    ...outcomes.flatMap(({ id, forms = [] }) =>
      forms
        .filter((one) => !(one === 'paper' ? /бумаж|қағаз/iu : /электрон/iu).test(form))
        .map((one) => `${id}: ${one}`),
    ),
  ];
}
