import { diagnostic } from '../../diagnostics/index.ts';
import type { LoadedRegulation } from '../../model/index.ts';
import { distance } from '../../diagnostics/index.ts';
import { isDamaged, lostPlaces, textsOf, wordsOf } from '../reading.ts';
import { placeIn, type Rule } from '../rule.ts';

/** Abbreviations that need no explanation in an act of Kazakhstan, and words that are printed in capitals. */
const common = new Set(['РК', 'ҚР', 'БИН', 'ИИН', 'СФЕ', 'ЭЦП', 'НАО', 'ГУ', 'БСН', 'ЖСН', 'ID', 'URL', 'PDF', 'ГТД']);
const shape = /(?<![\p{L}-])[А-ЯӘҒҚҢӨҰҮҺІЁ]{2,6}(?![\p{L}])/gu;

function defined(subject: LoadedRegulation): Set<string> {
  const { regulation } = subject;
  const sources = [
    ...(regulation.abbreviations ?? []).map(({ short }) => short),
    ...(regulation.glossary ?? []).map(({ abbreviation }) => abbreviation ?? ''),
    ...[
      ...textsOf(regulation.glossary ?? []),
      ...textsOf(regulation.clauses),
      ...textsOf(regulation.provider),
      ...textsOf(regulation.process),
    ].flatMap(({ text }) =>
      [...text.matchAll(/(?:далее|бұдан әрі|used)\s*[-–—]\s*([^)]*)\)/giu)].map(([, short]) => short ?? ''),
    ),
  ];
  return new Set(sources.flatMap((text) => text.match(shape) ?? []));
}

/** An abbreviation is explained once, before or where it is first used. */
export const abbreviations: Rule = {
  *regulation(subject) {
    const { regulation } = subject;
    const known = defined(subject);
    const seen = new Set<string>();
    // A lost page may have held the explanation.
    const pagesLost = lostPlaces(subject).some(
      ([part, ...rest]) => part === 'clauses' || (part === 'process' && rest.length <= 3),
    );
    for (const { pointer, text } of textsOf(subject.tree.data)) {
      if (
        pointer[0] === 'marks' ||
        pointer[0] === 'abbreviations' ||
        pointer.includes('short') ||
        isDamaged(subject, pointer)
      )
        continue;
      for (const [short] of text.matchAll(shape)) {
        if (pagesLost || known.has(short) || common.has(short) || seen.has(short)) continue;
        seen.add(short);
        const meant = [...known].find((other) => distance(other, short) === 1);
        const near = meant ? (regulation.lang === 'kk' ? ` (${meant}?)` : ` (${meant}?)`) : '';
        yield diagnostic('abbreviation-undefined', { short, near }, placeIn(subject, ...pointer));
      }
    }
    const counts = new Map<string, number>();
    const introduced = [
      ...(regulation.abbreviations ?? []).map(({ short }) => short),
      ...(regulation.glossary ?? []).flatMap(({ abbreviation }) => abbreviation ?? []),
    ];
    for (const short of introduced) counts.set(short, (counts.get(short) ?? 0) + 1);
    for (const [short, count] of counts) {
      if (count < 2) continue;
      const index = (regulation.abbreviations ?? []).findIndex((entry) => entry.short === short);
      const fulls = new Set(
        (regulation.abbreviations ?? [])
          .filter((entry) => entry.short === short)
          .map(({ full }) => wordsOf(full, regulation)),
      );
      yield diagnostic(
        'abbreviation-doubled',
        { short, count },
        placeIn(subject, 'abbreviations', index),
        fulls.size > 1 ? { severity: 'warning' } : {},
      );
    }
  },
};
