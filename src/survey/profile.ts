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

/** Long headings (the questions) stand in the acts with misprints: a twelfth of the letters may differ. */
const near = (heading: string, wanted: string): boolean =>
  heading === wanted ||
  isSameButLost(heading, wanted) ||
  (wanted.length > 40 &&
    Math.abs(heading.length - wanted.length) < 8 &&
    distance(heading, wanted) <= wanted.length / 12);

/** What a heading may be called: as it stands, by its code and its text («Q1. Удовлетворены ли Вы …»), without the names of its groups. */
function namesOf(heading: string, path: boolean): readonly string[] {
  const plain = normalise(heading);
  const coded = /^([a-z]\w*)\.\s+(.+)$/s.exec(plain);
  // Kobo and ODK put groups before a name with `/`, `:` or `-`.
  const last = path ? /[^/:-]+$/.exec(plain)?.[0] : undefined;
  return [plain, ...(coded ? coded.slice(1) : []), ...(last === undefined ? [] : [last])];
}

function fit(
  profile: Profile,
  questions: Vocabulary['questions'],
  headings: readonly string[],
): { mapping: Mapping; found: number; doubled?: Mapped['doubled'] } {
  const names = headings.map((heading) => namesOf(heading, profile.path));
  const mapping: Record<ResponseField, number> = { ...unmapped };
  let doubled: Mapped['doubled'];
  for (const field of responseFields) {
    const wordings = field === 'quality' || field === 'accessibility' ? questions[field] : [];
    for (const name of [...(profile.columns[field] ?? []), ...wordings]) {
      const wanted = normalise(name);
      const places = names.flatMap((own, place) => (own.some((one) => near(one, wanted)) ? [place] : []));
      const [first] = places;
      if (first === undefined) continue;
      mapping[field] = first;
      if (places.length > 1) doubled ??= { field, heading: headings[first] ?? '' };
      break;
    }
  }
  const found = responseFields.filter((field) => mapping[field] >= 0).length;
  return { mapping, found, ...(doubled ? { doubled } : {}) };
}

/** The profile that finds most fields of a heading; undefined where service, date or both questions are missing. */
export function mapColumns(vocabulary: Vocabulary, headings: readonly string[]): Mapped | undefined {
  let best: (Mapped & { found: number }) | undefined;
  for (const profile of vocabulary.profiles) {
    const { mapping, found, doubled } = fit(profile, vocabulary.questions, headings);
    const enough = mapping.service >= 0 && mapping.date >= 0 && (mapping.quality >= 0 || mapping.accessibility >= 0);
    if (enough && found > (best?.found ?? 0))
      best = { profile: profile.name, mapping, found, ...(doubled ? { doubled } : {}) };
  }
  return best;
}
