import {
  anyWording,
  originOf,
  type Language,
  type LoadedRegulation,
  type Regulation,
  type Step,
  type Text,
} from '../model/index.ts';
import { fill, formatTerm, typographic } from '../text/index.ts';
import type { Said } from './list.ts';

type Term = NonNullable<Step['terms']>[number];

/** One of the two regulations that are compared. */
export type Side = Pick<LoadedRegulation, 'regulation'>;

/** A text of the act as it is shown. */
export const said = (text: Text | null | undefined, { regulation }: Side): string | null | undefined =>
  text === null ? null : anyWording(text, regulation.lang, regulation.lang);

/** A text as a field: words that the act came to say in place of ours are a change, though they be the same. */
export function textSaid(text: Text | null | undefined, side: Side): Said {
  const shown = said(text, side);
  if (text === null || text === undefined || originOf(text) === 'act') return { shown };
  const cite = typeof text === 'string' ? '' : (text.cite ?? '');
  const origin = [originOf(text), cite].filter(Boolean).join(': ');
  return { shown, key: `${typographic(shown ?? '')}\n${origin}`, detail: `${shown ?? ''} [${origin}]` };
}

export const plainSaid = (shown: Said['shown']): Said => ({ shown });

export const words = (text: Text | null | undefined, side: Side): string => said(text, side) ?? '';

/** A text cut for a label. */
export const brief = (text: string, length = 100): string =>
  text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text;

/** A label of words that may be long, with all of them where it is cut. */
export const named = (text: string, number = ''): { label: string; full?: string } => {
  const label = `${number}${brief(text)}`;
  return { label, ...(label.endsWith(text) ? {} : { full: `${number}${text}` }) };
};

const clauseHeads: Readonly<Record<Language, string>> = { ru: 'пункт {place}', kk: '{place}-тармақ' };

/** «пункт 9.1», «9.1-тармақ»; a place that is no number is its own name. */
export const placeLabel = (place: string, { regulation }: Side): string =>
  /^[\d.]+$/.test(place) ? fill(clauseHeads[regulation.lang], { place }) : place;

const heads: Readonly<Record<Language, string>> = { ru: '{word} {number}', kk: '{number}-{word}' };

/** «процедура 3», «3-процесс», «3)»; the first words of a step without a number. */
export function stepLabel(step: Step, side: Side): string {
  const { number, word } = step;
  if (number && word) return fill(heads[side.regulation.lang], { number, word });
  if (number) return `${number})`;
  return `«${brief(words(step.short, side) || words(step.text, side) || step.id, 50)}»`;
}

export const stepAt = (regulation: Regulation, flow: keyof Regulation['process'], id: string): Step | undefined =>
  regulation.process[flow]?.steps.find((step) => step.id === id);

/** The words of terms, one after the other; null where all of them are lost. */
export function termsShown(terms: readonly Term[] | undefined): string | null | undefined {
  if (!terms || terms.length === 0) return undefined;
  const raws = [...new Set(terms.map(({ raw }) => raw))];
  return raws.every((raw) => raw === null) ? null : raws.map((raw) => raw ?? '…').join('; ');
}

/** What the data make of terms, for those whose words are the same. */
export const termsDetail = (terms: readonly Term[] | undefined, { regulation }: Side): string =>
  (terms ?? [])
    .map(({ raw, amount, unit, dayKind, bound }) => {
      const read =
        amount === null || unit === null
          ? '?'
          : formatTerm({ amount, unit, ...(dayKind ? { dayKind } : {}) }, regulation.lang);
      return `${raw ?? '…'} (${read}, ${[dayKind, bound].filter(Boolean).join(', ')})`;
    })
    .join('; ');
