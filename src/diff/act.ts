import { anyWording, type LoadedAct, type LoadedRegulation } from '../model/index.ts';
import type { Difference, Field } from './difference.ts';
import { changeOf, listDifferences, pairsOf, type Listed, type Said } from './list.ts';
import { brief } from './side.ts';

type Words = Parameters<typeof anyWording>[0];

const say = (text: Words, { act }: LoadedAct): Said['shown'] =>
  text === null ? null : anyWording(text, act.lang, act.lang);
const words = (text: Words, act: LoadedAct): string => say(text, act) ?? '';

function fieldsOf(loaded: LoadedAct): Partial<Record<Field, Said>> {
  const { kind, lang, number, date, title, issuer, signatory, registration, inForce, repealedBy } = loaded.act;
  const signed = signatory && `${words(signatory.post, loaded)} ${words(signatory.name, loaded)}`.trim();
  return {
    kind: { shown: kind },
    lang: { shown: lang },
    number: { shown: number },
    date: { shown: date },
    title: { shown: say(title, loaded) },
    issuer: { shown: say(issuer, loaded) },
    signatory: { shown: signed },
    registration: { shown: `№ ${registration.number}, ${registration.date}` },
    'in-force': { shown: `${inForce.from ?? '?'} … ${inForce.to ?? '?'}` },
    'repealed-by': { shown: repealedBy && say(repealedBy.text, loaded) },
  };
}

const servicesOf = (loaded: LoadedAct): Listed[] =>
  loaded.act.services.map(({ n, service, title }, index) => ({
    label: `${n}. ${brief(words(title, loaded))}`,
    pointer: ['services', index],
    words: words(title, loaded),
    ...(service === null ? {} : { id: service }),
    fields: { number: { shown: n }, title: { shown: say(title, loaded) } },
  }));

const clausesOf = (loaded: LoadedAct): Listed[] =>
  loaded.act.clauses.map(({ n, text, items = [], more = [] }, index) => {
    const parts = [text, ...items.map((item) => item.text), ...more.map((one) => one.text)];
    const whole = parts.map((part) => words(part, loaded)).join(' ');
    return {
      label: `${n}. ${brief(whole)}`,
      pointer: ['clauses', index],
      words: whole,
      fields: { number: { shown: n }, text: { shown: whole } },
    };
  });

/** What became of an act itself: its particulars, its list of services, its clauses. */
export function diffActs(old: LoadedAct, now: LoadedAct): Difference[] {
  const [before, after] = [fieldsOf(old), fieldsOf(now)];
  const changes = (Object.keys(after) as Field[])
    .map((field) => changeOf(field, before[field], after[field]))
    .filter((change) => change !== undefined);
  const thing = (loaded: LoadedAct) => ({ label: words(loaded.act.title, loaded), pointer: ['title'] });
  const whole: Difference = { part: 'act', kind: 'changed', before: thing(old), after: thing(now), changes };
  return [
    ...(changes.length > 0 ? [whole] : []),
    ...listDifferences('service', servicesOf(old), servicesOf(now)),
    ...listDifferences('clause', clausesOf(old), clausesOf(now)),
  ];
}

/** Regulations of two collections that are of the same service: by the name of the file, else by the title. */
export function samePlaces(
  old: readonly LoadedRegulation[],
  now: readonly LoadedRegulation[],
): { old?: LoadedRegulation; now?: LoadedRegulation }[] {
  const listed = (all: readonly LoadedRegulation[]): Listed[] =>
    all.map(({ service, regulation }) => ({
      label: service,
      pointer: [],
      words: anyWording(regulation.title, regulation.lang, regulation.lang) ?? '',
      id: service,
      fields: {},
    }));
  const pairs = pairsOf(listed(old), listed(now));
  const taken = new Set(pairs.map((pair) => pair.old));
  return [
    ...now.map((one, index) => {
      const before = old[pairs.find((pair) => pair.now === index)?.old ?? -1];
      return { ...(before ? { old: before } : {}), now: one };
    }),
    ...old.flatMap((one, index) => (taken.has(index) ? [] : [{ old: one }])),
  ];
}
