import type { ResponseField } from '../model/response.ts';
import { responseFields } from '../model/response.ts';
import type { Profile, Vocabulary } from '../model/vocabulary.ts';
import { distance } from '../diagnostics/nearest.ts';
import { isSameButLost, normalise } from './lexicon.ts';

/** Which column holds which field; -1 where none does. */
export type Mapping = Readonly<Record<ResponseField, number>>;

export interface Mapped {
  readonly profile: string;
  readonly mapping: Mapping;
  /** A heading of the profile that stands over two columns. */
  readonly doubled?: { readonly field: ResponseField; readonly heading: string };
}

const unmapped: Mapping = {
  id: -1,
  service: -1,
  date: -1,
  quality: -1,
  accessibility: -1,
  region: -1,
  channel: -1,
  language: -1,
  comment: -1,
};

/** A wording of a question has more letters than that; other headings are not taken by likeness. */
const LONG = 40;
/** So many long headings are held against the questions: a table with more of them is no survey of two questions. */
const MAX_LIKENED = 500;

/** Long headings (the questions) stand in the acts with misprints: a twelfth of the letters may differ. */
const isNear = (heading: string, wanted: string): boolean => {
  const most = Math.floor(wanted.length / 12);
  return (
    wanted.length > LONG && Math.abs(heading.length - wanted.length) <= most && distance(heading, wanted, most) <= most
  );
};

/** What a heading may be called beside as it stands: by its code, by its text («Q1. Удовлетворены ли Вы …»). */
function namesOf(heading: string): readonly string[] {
  const plain = normalise(heading);
  const coded = /^([a-z]\w*)\.\s+(.+)$/s.exec(plain);
  return [plain, ...(coded ? coded.slice(1) : [])];
}
/** The name without those of its groups: Kobo and ODK put them before it with `/`, `:` or `-`. */
const withoutGroups = (heading: string): string => normalise(heading).split(/[/:-]/).at(-1) ?? '';

/** The names of a field in a profile, as they are compared. */
function wantedOf({ columns }: Profile, { questions }: Vocabulary, field: ResponseField): string[] {
  const wordings = field === 'quality' || field === 'accessibility' ? questions[field] : [];
  return [...(columns[field] ?? []), ...wordings].map(normalise);
}

/** The headings of one table. They may come by and by, as the keys of JSON do: each is looked at once. */
export class Headings {
  private names: readonly string[] = [];
  private likened = 0;
  private readonly profiles;
  /** Everything that a profile looks for, and over which columns it stands: by itself, or behind the names of its groups. */
  private readonly whole = new Map<string, number[]>();
  private readonly grouped = new Map<string, number[]>();

  constructor(vocabulary: Vocabulary) {
    this.profiles = vocabulary.profiles.map((profile) => ({
      profile,
      wanted: responseFields.map((field) => [field, wantedOf(profile, vocabulary, field)] as const),
    }));
    for (const { wanted } of this.profiles)
      for (const [, names] of wanted)
        for (const name of names) {
          this.whole.set(name, []);
          this.grouped.set(name, []);
        }
  }

  /** Takes note of the headings that are new; those before them are the ones of the last time. */
  add(names: readonly string[]): void {
    for (let place = this.names.length; place < names.length; place += 1) {
      const heading = names[place] ?? '';
      for (const wanted of this.meant(namesOf(heading))) this.whole.get(wanted)?.push(place);
      for (const wanted of this.meant([withoutGroups(heading)])) this.grouped.get(wanted)?.push(place);
    }
    this.names = [...names];
  }

  /** What is looked for under any of these names: the same, with letters lost, or a question that is worded nearly so. */
  private meant(names: readonly string[]): ReadonlySet<string> {
    const found = new Set(names.filter((name) => this.whole.has(name)));
    const lost = names.filter((name) => name.includes('?'));
    const long = names.filter((name) => name.length > LONG);
    if ((lost.length === 0 && long.length === 0) || this.likened >= MAX_LIKENED) return found;
    this.likened += 1;
    for (const wanted of this.whole.keys())
      if (lost.some((name) => isSameButLost(name, wanted)) || long.some((name) => isNear(name, wanted)))
        found.add(wanted);
    return found;
  }

  private placesOf(wanted: string, path: boolean): readonly number[] {
    const whole = this.whole.get(wanted) ?? [];
    if (!path) return whole;
    return [...new Set([...whole, ...(this.grouped.get(wanted) ?? [])])].sort((a, b) => a - b);
  }

  /** The profile that finds most of its fields; undefined where service, date or both questions are missing. */
  mapped(): Mapped | undefined {
    let best: (Mapped & { found: number }) | undefined;
    for (const { profile, wanted } of this.profiles) {
      const mapping: Record<ResponseField, number> = { ...unmapped };
      let doubled: Mapped['doubled'];
      for (const [field, names] of wanted) {
        const places = names.map((name) => this.placesOf(name, profile.path)).find(({ length }) => length > 0) ?? [];
        const [first] = places;
        if (first === undefined) continue;
        mapping[field] = first;
        if (places.length > 1) doubled ??= { field, heading: this.names[first] ?? '' };
      }
      const found = responseFields.filter((field) => mapping[field] >= 0).length;
      const enough = mapping.service >= 0 && mapping.date >= 0 && (mapping.quality >= 0 || mapping.accessibility >= 0);
      if (enough && found > (best?.found ?? 0))
        best = { profile: profile.name, mapping, found, ...(doubled ? { doubled } : {}) };
    }
    return best;
  }
}
