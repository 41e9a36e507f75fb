import type { Block, Inline } from '../../layout/index.ts';
import { anyWording, type Appendix, type BookletWords, type Regulation, type Text } from '../../model/index.ts';
import type { Cell } from '../../process/index.ts';
import { fill } from '../../text/index.ts';
import { lostRun, runsOf } from './table.ts';

const sizePt = 11;
/** The head stands at the right edge and leaves the left part of the page free, as in acts. */
const width = 105;

export interface HeadMaking {
  readonly regulation: Regulation;
  readonly words: BookletWords;
  readonly asFiled: boolean;
  /** Whether a mark of that kind stands at a place of the file (positions joined by slashes). */
  readonly marked: (kind: 'lost' | 'drafter-error', place: string) => boolean;
}

export const wordsOf = (text: Text | null | undefined, { regulation }: Pick<HeadMaking, 'regulation'>): Cell =>
  text === null ? null : (anyWording(text, regulation.lang, regulation.lang) ?? '');

export const serviceOf = (making: Pick<HeadMaking, 'regulation'>): string =>
  wordsOf(making.regulation.title, making) ?? '';

/**
 * «Приложение 2», «2-қосымша». An appendix without a number takes that of its place among the others, unless it is the
 * only one; as filed it keeps the word alone.
 */
function labelOf(appendix: Appendix, index: number, { regulation, words, asFiled }: HeadMaking): string {
  const { appendices } = regulation;
  const place = String(index + 1);
  const isFree = appendices.length > 1 && !appendices.some(({ number }) => number === place);
  const number = appendix.number ?? (isFree && !asFiled ? place : null);
  return number === null ? words.unnumbered : fill(words.label, { number });
}

/** A lost number is said; the only appendix of a regulation has none to lose, unless its mark says so and it is as filed. */
function isNumberLost({ number }: Appendix, index: number, { regulation, asFiled, marked }: HeadMaking): boolean {
  if (number !== null) return false;
  if (regulation.appendices.length === 1) return asFiled && marked('lost', `appendices/${index}/number`);
  return ['appendices', `appendices/${index}`, `appendices/${index}/number`].some((place) => marked('lost', place));
}

/** «к регламенту …»: as filed, else the words of another appendix of the regulation where these are lost or mistaken. */
function headingOf(appendix: Appendix, index: number, making: HeadMaking): Cell {
  const own = wordsOf(appendix.heading, making);
  const sound = (place: number): boolean => !making.marked('drafter-error', `appendices/${place}/heading`);
  if (making.asFiled || (own && sound(index))) return own;
  const other = making.regulation.appendices.find(({ heading }, place) => heading && sound(place));
  return wordsOf(other?.heading, making) || fill(making.words.heading, { service: serviceOf(making) });
}

/** The head of an appendix; its label is the heading that the bookmark leads to. */
export function headBlocks(appendix: Appendix, index: number, title: string, making: HeadMaking): Block[] {
  const { words } = making;
  const label = labelOf(appendix, index, making);
  const named: Inline[] = [
    { kind: 'text', text: label },
    ...(isNumberLost(appendix, index, making)
      ? [{ kind: 'text', text: ' ' } as const, lostRun({ lost: words.numberLost })]
      : []),
  ];
  const lines: Record<BookletWords['head'][number], Block> = {
    label: {
      kind: 'heading',
      level: 1,
      bold: false,
      sizePt,
      align: 'right',
      content: named,
      bookmark: title === '' ? label : `${label}. ${title}`,
      keepWithNext: true,
      before: 0,
      after: 0,
    },
    heading: {
      kind: 'paragraph',
      align: 'right',
      sizePt,
      hyphenate: false,
      content: runsOf(headingOf(appendix, index, making), words),
      keepWithNext: true,
    },
  };
  return [
    {
      kind: 'group',
      width,
      position: 'right',
      after: 5,
      keepWithNext: true,
      content: words.head.map((line) => lines[line]),
    },
  ];
}

/** A title in the middle of the line: of the appendix (level 2) or of one of its views (level 3); `isCut` where its end is lost. */
export const titleBlock = (title: Cell, level: 2 | 3, words: BookletWords, isCut = false): Block[] =>
  title === ''
    ? []
    : [
        {
          kind: 'heading',
          level,
          sizePt: 12,
          align: 'center',
          hyphenate: false,
          content: isCut
            ? [...runsOf(title, words), { kind: 'text', text: ' ' }, lostRun(words)]
            : runsOf(title, words),
          bookmark: level === 3 && title !== null ? title : false,
          keepWithNext: true,
          before: 2,
          after: 3,
        },
      ];
