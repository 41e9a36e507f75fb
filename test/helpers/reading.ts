import { resolveMark, type DocumentKind, type Participant, type Regulation, type Step } from '../../src/model/index.ts';
import { leaves, normalise } from './coverage.ts';

/** Our reading as far as the words of the act decide it: who acts, what is drawn, what comes out. */

/** The marks of a regulation with the pointers of their places, joined by slashes. */
export const marksOn = ({ marks = [], ...data }: Regulation): { kind: string; at: string; why: string }[] =>
  marks.flatMap(({ kind, at, why }) => {
    const pointer = resolveMark(at, data);
    return pointer ? [{ kind, at: pointer.join('/'), why }] : [];
  });

/** Whether a text has a name in some grammatical case: its words one after the other, but for their last letters. */
function names(text: string, name: string): boolean {
  const stems = name.split(/[\s/]+/u).map((word) => {
    const letters = normalise(word);
    return letters.slice(0, Math.max(3, letters.length - 2)).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(stems.join('[\\p{L}/,:]{0,5}'), 'u').test(text);
}
const wordsOf = (value: unknown): string => [...leaves(value)].map(({ text }) => normalise(text)).join(' ');
const namesOf = ({ name, short, aliases = [] }: Participant): string[] =>
  [...leaves({ name, short }), ...leaves(aliases)].map(({ text }) => text);

function wordsOfStep({ tellings }: Regulation, flow: string, { id, text, notes }: Step): string {
  const items = tellings
    .filter((one) => one.flow === flow)
    .flatMap((one) => one.items.filter(({ step }) => step === id));
  return wordsOf([
    text,
    ...(notes ?? []).map((note) => note.text),
    ...items.flatMap((item) => [item.text, item.actor]),
  ]);
}

const isCase = (text: Step['text']): boolean => typeof text === 'string' && text.startsWith('в случае');

/** Who acts in a step although no place of the act names him in it, and no mark says that he is inferred. */
export function actorsNotNamed(data: Regulation): string[] {
  const marked = marksOn(data).map(({ at }) => at);
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
      const words = told.map((one) => wordsOfStep(data, flow, one)).join(' ');
      return step.actors
        .filter((id) => {
          const actor = data.participants.find((one) => one.id === id);
          return actor !== undefined && !namesOf(actor).some((name) => names(words, name));
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
    const own = src ? normalise(lines.slice(src[0] - 1, src[1]).join('\n')) : '';
    return [...leaves(name)].flatMap(({ text }) => (names(own, text) || names(all, text) ? [] : [text]));
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
