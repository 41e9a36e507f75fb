import type { Flow, Telling } from '../../model/index.ts';
import type { Entry } from '../outline.ts';
import { bare, place, restOf, slug, srcOf } from './context.ts';
import type { Described } from './flows.ts';
import { makeDraft, type Draft, type Maker } from './steps.ts';

export type Variants = NonNullable<Flow['variants']>;

/** «1) при выдаче лицензии: … 2) при переоформлении: …»: entries that are variants and hold the steps in their paragraphs. */
export const isVariants = (entries: readonly Entry[]): boolean => {
  const items = entries.filter(({ paragraph }) => paragraph.head.kind === 'item');
  const heads = items.filter(({ paragraph, more }) => restOf(paragraph).endsWith(':') && more.length > 2);
  return (
    heads.length > 0 &&
    heads.length === items.length &&
    items.length === entries.length &&
    items.length < 6 &&
    items.every(({ more }) => more.length < 80)
  );
};

const variantKinds: readonly (readonly [id: string, words: RegExp])[] = [
  ['duplicate', /дубликат|телнұсқа/iu],
  ['reissue', /переоформ|қайта\s+ресімде/iu],
  ['issue', /выдач|беру/iu],
];

export function variantId(text: string, index: number, taken: readonly string[]): string {
  const first = variantKinds
    .map(([id, words]) => [id, words.exec(text)?.index ?? Infinity] as const)
    .sort((a, b) => a[1] - b[1])[0];
  const id = first && first[1] < Infinity ? first[0] : `${slug(text, 2)}`;
  const of = /^выдач\p{L}*\s+переоформл/iu.test(text.replace(/^при\s+/iu, '')) ? 'reissue' : id;
  return taken.includes(of) ? `variant-${index + 1}` : of;
}

export const normal = (text: string): string => text.toLowerCase().replace(/[^\p{L}\d]/gu, '');
const sameStep = (a: Draft, b: Draft): boolean =>
  normal(a.text) === normal(b.text) &&
  JSON.stringify(a.terms.map((term) => term.raw)) === JSON.stringify(b.terms.map((term) => term.raw));

/** «… проверяет пакет документов:» before «в случае если …»: the text branches here. */
const branches = (more: readonly { readonly text: string }[], index: number): boolean =>
  /:$/u.test(more[index]?.text ?? '') && /^(?:в\s+случае|если|егер)/iu.test(more[index + 1]?.text ?? '');

/** Lists of variants -> one list; steps told in the same words are one step. */
export function mergeVariants(
  described: Described,
  maker: Maker,
): { drafts: Draft[]; variants: Variants; tellings: Telling[] } {
  const drafts: Draft[] = [];
  const variants: Variants = [];
  const tellings: Telling[] = [];
  for (const [index, entry] of described.entries.entries()) {
    const name = bare(restOf(entry.paragraph));
    const id = variantId(
      name,
      index,
      variants.map((variant) => variant.id),
    );
    variants.push({ id, name, condition: name, src: srcOf(entry.paragraph) });
    place(maker.context, [entry.paragraph, ...entry.more]);
    let at = 0;
    const items: Telling['items'] = [];
    for (const [place, paragraph] of entry.more.entries()) {
      const draft = makeDraft(
        { id: branches(entry.more, place) ? 'c' : '', text: paragraph.text.replace(/:$/u, ''), src: srcOf(paragraph) },
        maker,
      );
      const found = drafts.findIndex((one, where) => where >= at && sameStep(one, draft));
      const same = drafts[found];
      if (same) same.appliesTo.add(id);
      else {
        draft.appliesTo.add(id);
        drafts.splice(at, 0, draft);
      }
      at = (same ? found : at) + 1;
      items.push({ step: null, src: draft.src });
    }
    tellings.push({
      id: `clause-${described.place.replace('.', '-')}-${index + 1}`,
      kind: 'clause',
      flow: described.flow,
      variant: id,
      place: `${described.place}.${index + 1}`,
      items,
      src: srcOf(entry.paragraph, entry.more),
    });
  }
  const count = { p: 0, c: 0 };
  for (const draft of drafts) {
    const letter = draft.id === 'c' ? 'c' : 'p';
    count[letter] += 1;
    draft.id = `${letter}${count[letter]}`;
  }
  for (const draft of drafts) if (draft.appliesTo.size === variants.length) draft.appliesTo.clear();
  relink(described, drafts, variants, tellings, maker);
  return { drafts, variants, tellings };
}

/** Gives the items of the tellings the steps that the merging made of them. */
function relink(
  described: Described,
  drafts: readonly Draft[],
  variants: Variants,
  tellings: readonly Telling[],
  maker: Maker,
): void {
  for (const [index, entry] of described.entries.entries()) {
    const id = variants[index]?.id ?? '';
    const own = drafts.filter((draft) => draft.appliesTo.size === 0 || draft.appliesTo.has(id));
    let at = 0;
    for (const [place, paragraph] of entry.more.entries()) {
      const made = makeDraft({ id: '', text: paragraph.text.replace(/:$/u, ''), src: srcOf(paragraph) }, maker);
      const found = own.findIndex((draft, where) => where >= at && sameStep(draft, made));
      const item = tellings[index]?.items[place];
      if (found < 0 || !item) continue;
      item.step = own[found]?.id ?? null;
      at = found + 1;
    }
  }
}
