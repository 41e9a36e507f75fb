/** Keys whose values are not words of the act. */
const notText = new Set(
  (
    'id kind kinds lang n number at why rule unit dayKind bound origin cite view flow telling symbol step to from actors outcome ' +
    'appliesTo includedIn service date url orientation field place clause listed variant forms end marks inForce lanes when outsideTotal word'
  ).split(' '),
);

export type Span = readonly [from: number, to: number];
export type Path = readonly (string | number)[];

export interface Leaf {
  readonly pointer: Path;
  readonly text: string;
  /** The lines it names: its own or those of the entry it stands in. */
  readonly src: Span | undefined;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function spanOf(value: Record<string, unknown>): Span | undefined {
  const src = value['src'];
  return Array.isArray(src) && typeof src[0] === 'number' && typeof src[1] === 'number' ? [src[0], src[1]] : undefined;
}

/**
 * Every text of the data that claims to be the act's own. Of a wording to which another act gives the second language, the
 * one in the language of the file is the act's own.
 */
export function* leaves(value: unknown, pointer: Path = [], src?: Span, lang?: unknown): Generator<Leaf> {
  if (typeof value === 'string') yield { pointer, text: value, src };
  else if (Array.isArray(value))
    for (const [index, entry] of value.entries()) yield* leaves(entry, [...pointer, index], src, lang);
  else if (isRecord(value)) {
    // The lines of the whole are nobody's own.
    const own = pointer.length === 0 ? undefined : (spanOf(value) ?? src);
    const language = pointer.length === 0 ? value['lang'] : lang;
    if (value['origin'] === 'ours') return;
    if (value['origin'] === 'other-act') {
      const both = typeof value['kk'] === 'string' && typeof value['ru'] === 'string' && typeof language === 'string';
      if (both) yield* leaves(value[language], [...pointer, language], own, language);
      return;
    }
    for (const [key, entry] of Object.entries(value)) {
      const structural =
        notText.has(key) && !(key === 'forms' && isRecord(entry)) && !(key === 'lanes' && pointer.includes('tellings'));
      if (!structural && key !== 'src') yield* leaves(entry, [...pointer, key], own, language);
    }
  }
}
