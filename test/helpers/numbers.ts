import { resolveMark, type Act, type LegendSymbol, type Mark, type Regulation } from '../../src/model/index.ts';
import { normalise } from './coverage.ts';

/** Numbers of entries, steps and appendices, and what the words of a legend mean, held against the lines that print them. */
type Lines = readonly string[];
type Src = readonly [number, number] | undefined;
type Pointer = readonly (string | number)[];

const page = (lines: Lines, src: Src): string =>
  src === undefined
    ? ''
    : normalise(
        lines
          .slice(src[0] - 1, src[1])
          .join('\n')
          .replace(/[()]/g, ';'),
      );
const isThere = (lines: Lines, src: Src, patterns: readonly string[]): boolean =>
  new RegExp(`(?<!\\d)(?:${patterns.join('|')})`, 'iu').test(page(lines, src));

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface Entry {
  readonly pointer: Pointer;
  readonly field: 'n' | 'listed';
  readonly n: string;
  readonly src: Src;
}

/** Every entry of a list that the act numbers («5) …», «12. …»), and the listed units. */
function* entries(value: unknown, pointer: Pointer = []): Generator<Entry> {
  if (Array.isArray(value)) {
    for (const [index, one] of value.entries()) yield* entries(one, [...pointer, index]);
    return;
  }
  if (!isRecord(value) || pointer[0] === 'process' || pointer[0] === 'tellings' || pointer[0] === 'marks') return;
  const field = value['n'] === undefined ? 'listed' : 'n';
  const n = value[field];
  const src = value['src'];
  if (typeof n === 'string' && Array.isArray(src)) yield { pointer, field, n, src: [Number(src[0]), Number(src[1])] };
  for (const [key, one] of Object.entries(value)) yield* entries(one, [...pointer, key]);
}

const marksOf = (data: Act | Regulation): readonly Pointer[] =>
  (data.marks ?? []).flatMap(({ at }: Mark) => {
    const pointer = resolveMark(at, data);
    return pointer ? [pointer] : [];
  });
/** Whether a mark stands on an entry itself or on its number; one that stands above says nothing of the number. */
const isMarked = (marks: readonly Pointer[], pointer: Pointer): boolean =>
  marks.some((at) => at.length >= pointer.length - 1 && at.every((part, index) => pointer[index] === part));

/** Numbers of entries that their lines do not print; a bracket ends a number. */
export function entriesNotNumbered(data: Act | Regulation, lines: Lines): string[] {
  const marks = marksOf(data);
  return [...entries(data)].flatMap(({ pointer, field, n, src }) => {
    const printed = n.replace(/[./]/g, '\\$&');
    if (isThere(lines, src, [`${printed}(?!\\d)`]) || isMarked(marks, [...pointer, field])) return [];
    return [`/${pointer.join('/')}: ${n}`];
  });
}

/** Steps whose number and word («процесс 3», «2-шарт») are printed together neither on their lines nor at the head of their number. */
export function stepsNotNumbered(data: Regulation, lines: Lines): string[] {
  const marks = marksOf(data);
  return Object.entries(data.process).flatMap(([flow, { steps }]) =>
    steps.flatMap(({ id, number, word = '' }, index) => {
      if (typeof number !== 'string') return [];
      const [printed, kind] = [number.replace(/\./g, '\\.'), normalise(word)];
      const head = /^\D\d+/.exec(id)?.[0] ?? id;
      const isPrinted = steps.some(
        (one) =>
          new RegExp(`^${head}[a-z]?$`).test(one.id) &&
          one.number === number &&
          isThere(lines, one.src, [`${kind}${printed}(?!\\d)`, `${printed}${kind}`]),
      );
      if (isPrinted || isMarked(marks, ['process', flow, 'steps', index, 'number'])) return [];
      return [`${flow} ${id}: ${word} ${number}`];
    }),
  );
}

/** Appendices whose number their lines do not print. */
export function appendicesNotNumbered(data: Regulation, lines: Lines): string[] {
  const marks = marksOf(data);
  return data.appendices.flatMap(({ number, src }, index) => {
    if (number === null || isThere(lines, src, [`приложение${number}(?!\\d)`, `${number}қосымша`])) return [];
    return isMarked(marks, ['appendices', index, 'number']) ? [] : [`/appendices/${String(index)}: ${number}`];
  });
}

const symbols: Readonly<Record<LegendSymbol, RegExp>> = {
  'message-start': /начальн|бастапқы/iu,
  'message-end': /сообщение завершающ|аяқта(?:лу|у)шы/iu,
  'message-intermediate': /промежуточн|аралық/iu,
  end: /простое|қарапайым|результат|несоответствие/iu,
  error: /ошибка|қате/iu,
  system: /информационная система|ақпараттық жүйе/iu,
  process: /^(?:процесс|процедура|үдеріс)/iu,
  condition: /^(?:условие|шарт)/iu,
  'control-flow': /управления|басқару/iu,
  'message-flow': /поток сообщений|хабарламалар ағыны/iu,
  document: /документ|құжат/iu,
};

const asked = { quality: /качеством процесса|үдерісі сапасы/iu, accessibility: /информации|ақпарат/iu } as const;

/** Entries of a legend and questions whose words do not say their symbol, their id. */
export const symbolsNotAsSaid = ({ legend = [], questionnaire }: Regulation): string[] => [
  ...legend.flatMap(({ symbol, text }) =>
    typeof text === 'string' && !symbols[symbol].test(text) ? [`${symbol}: ${text}`] : [],
  ),
  ...(questionnaire?.questions ?? []).flatMap(({ id, text }) =>
    typeof text === 'string' && !asked[id].test(text) ? [`${id}: ${text}`] : [],
  ),
];
