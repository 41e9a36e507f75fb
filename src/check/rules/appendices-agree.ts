import { diagnostic } from '../../diagnostics/index.ts';
import type { Regulation } from '../../model/index.ts';
import { brief, isDamaged, textsOf, wordsOf } from '../reading.ts';
import { placeIn, type Rule } from '../rule.ts';

/** The numbers that a text refers to as appendices of the regulation itself: «в приложениях 3, 4 к настоящему регламенту», «1-қосымшада». */
export function appendicesIn(text: string): string[] {
  const russian = [...text.matchAll(/приложени\p{L}+\s+((?:№\s*)?\d+(?:\s*(?:,|и)\s*\d+)*)/giu)].filter(
    ({ index, 0: whole }) => {
      const after = text.slice(index + whole.length, index + whole.length + 40);
      return !/^\s*к (?:настоящему )?(?:приказ|постановлен|стандарт|правил)/iu.test(after);
    },
  );
  const kazakh = [...text.matchAll(/(\d+)\s*-\s*қосымша/giu)];
  return [...russian, ...kazakh].flatMap(([, numbers = '']) => numbers.match(/\d+/g) ?? []);
}

/** What the clauses call a drawing, when it is not what stands over it. */
const names = [
  { announced: 'блок-схема', clause: /блок\s*-\s*схем/iu, otherwise: /справочник|описание последовательности/iu },
  { announced: 'справочник', clause: /справочник/iu, otherwise: /блок\s*-\s*схем|описание последовательности/iu },
] as const;

const clauseTexts = (regulation: Regulation): { n: string; index: number; text: string }[] =>
  regulation.clauses.map((clause, index) => ({
    n: clause.n,
    index,
    text: [...textsOf(clause)].map(({ text }) => text).join(' '),
  }));

/** Appendices are numbered in order, every one is referred to, and every reference finds one, under the announced name. */
export const appendicesAgree: Rule = {
  *regulation(subject) {
    const { regulation } = subject;
    const numbers = regulation.appendices.map(({ number }) => number);
    const single = numbers.length === 1;
    let before = '0';
    for (const [index, { number, title, heading }] of regulation.appendices.entries()) {
      const here = placeIn(subject, 'appendices', index);
      if (number === null) {
        const damaged = isDamaged(subject, ['appendices', index], true);
        if (!damaged && !single)
          yield diagnostic(
            'appendix-unnumbered',
            { title: brief(wordsOf(title, regulation) || wordsOf(heading, regulation)) },
            here,
          );
        before = String(Number(before) + 1);
        continue;
      }
      if (Number(number) !== Number(before) + 1) yield diagnostic('appendix-misnumbered', { number, before }, here);
      before = number;
    }
    const texts = clauseTexts(regulation);
    const referred = new Set(texts.flatMap(({ text }) => appendicesIn(text)));
    const allKnown = numbers.every((number) => number !== null);
    for (const { n, index, text } of texts) {
      for (const number of new Set(appendicesIn(text))) {
        const at = regulation.appendices.findIndex((appendix) => appendix.number === number);
        const appendix = regulation.appendices[at];
        if (!appendix) {
          if (allKnown) yield diagnostic('appendix-missing', { clause: n, number }, placeIn(subject, 'clauses', index));
          continue;
        }
        const title = wordsOf(appendix.title, regulation);
        const name = names.find(
          ({ clause, otherwise }) => clause.test(text) && otherwise.test(title) && !clause.test(title),
        );
        if (name && appendicesIn(text).length === 1)
          yield diagnostic(
            'appendix-called-otherwise',
            { clause: n, number, announced: name.announced, title: brief(title) },
            placeIn(subject, 'appendices', at, 'title'),
            {
              related: [placeIn(subject, 'clauses', index)],
            },
          );
      }
    }
    for (const [index, number] of numbers.entries()) {
      if (number !== null && referred.size > 0 && !referred.has(number) && !isDamaged(subject, ['clauses'], true))
        yield diagnostic('appendix-unreferred', { number }, placeIn(subject, 'appendices', index));
    }
  },
};
