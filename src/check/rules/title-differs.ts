import { diagnostic, type Diagnostic, type Pointer } from '../../diagnostics/index.ts';
import type { LoadedRegulation } from '../../model/index.ts';
import { bare, likeness, stems } from '../../text/index.ts';
import { flowsOf, isDamaged, placeName, textsOf, wordsOf } from '../reading.ts';
import { placeIn, type Rule } from '../rule.ts';

/** The titles in quotes of a heading: «к регламенту государственной услуги «…»». Nested quotes stay inside. */
function quoted(text: string): string | undefined {
  const open = text.search(/[«"“]/u);
  const close = Math.max(text.lastIndexOf('»'), text.lastIndexOf('"'), text.lastIndexOf('”'));
  return open >= 0 && close > open + 20 ? text.slice(open + 1, close) : undefined;
}

function* placesOf(subject: LoadedRegulation): Generator<{ found: string; pointer: Pointer }> {
  const { regulation } = subject;
  const standard = wordsOf(regulation.standard.title, regulation);
  if (standard !== '') yield { found: standard, pointer: ['standard', 'title'] };
  for (const [index, appendix] of regulation.appendices.entries()) {
    for (const key of ['heading', 'title'] as const) {
      const found = quoted(wordsOf(appendix[key], regulation));
      if (found) yield { found, pointer: ['appendices', index, key] };
    }
  }
}

function inList(subject: LoadedRegulation): Diagnostic | undefined {
  const { regulation, act, service } = subject;
  const index = act.act.services.findIndex((entry) => entry.service === service);
  const listed = wordsOf(act.act.services[index]?.title, regulation);
  const title = wordsOf(regulation.title, regulation);
  if (listed === '' || bare(listed) === bare(title)) return undefined;
  return diagnostic('title-differs', { found: listed, title }, placeIn(act, 'services', index, 'title'), {
    related: [placeIn(subject, 'title')],
  });
}

const kept = new WeakMap<LoadedRegulation, string[]>();
/** All texts of a regulation but its marks, without spaces and signs; made once. */
function bareTexts(subject: LoadedRegulation): string[] {
  const found =
    kept.get(subject) ??
    [...textsOf(subject.tree.data)].filter(({ pointer }) => pointer[0] !== 'marks').map(({ text }) => bare(text));
  kept.set(subject, found);
  return found;
}

/** The service has one title: in the act's list, in its heading, in the standard, over its appendices. */
export const titleDiffers: Rule = {
  *regulation(subject, library) {
    const { regulation } = subject;
    const title = wordsOf(regulation.title, regulation);
    const listed = inList(subject);
    if (listed) yield listed;
    const sisters = library.regulations.filter((one) => one.act.id === subject.act.id && one !== subject);
    for (const { found, pointer } of placesOf(subject)) {
      if (bare(found) === bare(title) || likeness(found, title) < 0.5 || isDamaged(subject, pointer)) continue;
      if (sisters.some((sister) => bare(wordsOf(sister.regulation.title, sister.regulation)) === bare(found))) continue;
      yield diagnostic('title-differs', { found, title }, placeIn(subject, ...pointer), {
        related: [placeIn(subject, 'title')],
      });
    }
    const own = bare(title);
    const whole = bareTexts(subject).join('\n');
    for (const sister of sisters) {
      const foreign = bare(wordsOf(sister.regulation.title, sister.regulation));
      if (foreign.length < 20 || own.includes(foreign) || !whole.includes(foreign)) continue;
      for (const { pointer, text } of textsOf(subject.tree.data)) {
        if (pointer[0] === 'marks' || !bare(text).includes(foreign)) continue;
        yield diagnostic(
          'foreign-service',
          { place: placeName(subject, pointer), title: wordsOf(sister.regulation.title, sister.regulation) },
          placeIn(subject, ...pointer),
        );
        break;
      }
    }
    yield* foreignResults(subject, sisters);
  },
};

/** The head of a result, endings set aside: «гарантийное обязательство (сертификат …)» and «… обязательства» are one. */
const head = (text: string): string => ` ${stems(text).slice(0, 2).join(' ')} `;

/** Steps that speak of what a sister service gives, and this one does not. */
function* foreignResults(subject: LoadedRegulation, sisters: readonly LoadedRegulation[]): Generator<Diagnostic> {
  const { regulation } = subject;
  const resultsOf = (one: LoadedRegulation): string[] =>
    one.regulation.results.map(({ text }) => wordsOf(text, one.regulation));
  const own = ` ${stems([wordsOf(regulation.title, regulation), ...resultsOf(subject)].join(' ')).join(' ')} `;
  const foreign = new Map(
    sisters
      .flatMap(resultsOf)
      .filter((text) => stems(text).length > 1 && !own.includes(head(text)))
      .map((text) => [head(text), text]),
  );
  const steps = flowsOf(regulation).flatMap(({ name, flow }) =>
    flow.steps.map((step, index) => ({
      place: `${name} ${step.id}`,
      text: step.text,
      pointer: ['process', name, 'steps', index, 'text'],
    })),
  );
  const told = regulation.tellings.flatMap((telling, index) =>
    telling.items.map((item, at) => ({
      place: telling.place,
      text: item.text,
      pointer: ['tellings', index, 'items', at, 'text'],
    })),
  );
  for (const { place, text, pointer } of [...steps, ...told]) {
    const words = ` ${stems(wordsOf(text, regulation)).join(' ')} `;
    for (const [start, title] of foreign) {
      if (words.includes(start)) yield diagnostic('foreign-service', { place, title }, placeIn(subject, ...pointer));
    }
  }
}
