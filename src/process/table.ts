import {
  anyWording,
  resolveMark,
  type Flow,
  type FlowName,
  type Regulation,
  type Step,
  type Telling,
  type TellingItem,
} from '../model/index.ts';

/** A cell as it is printed: its words, '' where the act says nothing, null where the source lost it. */
export type Cell = string | null;
export type CellField = NonNullable<Telling['rows']>[number]['field'];

/** The table of an appendix: one entry of `steps` per step, its cells in the order of `labels`. */
export interface ActionTable {
  readonly title?: Cell;
  readonly orientation: 'steps-as-columns' | 'steps-as-rows';
  readonly fields: readonly CellField[];
  readonly labels: readonly Cell[];
  readonly steps: readonly (readonly Cell[])[];
  /** Into how many steps each part was cut by the act, where it says so. */
  readonly parts?: readonly number[];
}

/** The words of tables that no act gives: names of rows, answers of conditions, the dash at an end. */
export type TableWords = Readonly<
  Record<Exclude<CellField, 'other'> | 'title' | 'answer' | 'yes' | 'no' | 'none', string>
>;

interface Making {
  readonly regulation: Regulation;
  readonly flow: Flow;
  readonly words: TableWords;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Text of the act as a cell: null stays lost, an absent key is an empty cell. */
function cellOf(text: Parameters<typeof anyWording>[0], { regulation }: Pick<Making, 'regulation'>): Cell {
  if (text === null) return null;
  return anyWording(text, regulation.lang, regulation.lang) ?? '';
}

const joinCells = (cells: readonly Cell[], separator: string): Cell =>
  cells.length > 0 && cells.every((cell) => cell === null)
    ? null
    : [...new Set(cells.filter((cell) => cell !== null))].join(separator);

function actorCell(step: Step, making: Making): Cell {
  const names = step.actors.map((id) => {
    const one = making.regulation.participants.find((participant) => participant.id === id);
    return one === undefined ? id : cellOf(one.name, making);
  });
  const joined = joinCells(names, ' / ');
  return joined === null ? null : capital(joined);
}

/** What comes next by number; through a condition, which has no entry of its own, both its answers. */
function nextNumbers(step: Step, making: Making, seen: readonly string[] = []): string[] {
  const { flow, regulation, words } = making;
  return (step.next ?? []).flatMap(({ to, when }): string[] => {
    const target = flow.steps.find(({ id }) => id === to);
    if (!target || seen.includes(to)) return [];
    if (target.id.startsWith('c')) return nextNumbers(target, making, [...seen, to]);
    const { number } = target;
    if (!number) return [];
    if (when === undefined) return [number];
    const answer = when === 'yes' || when === 'no' ? words[when] : anyWording(when, regulation.lang, regulation.lang);
    return [words.answer.replace('{number}', number).replace('{answer}', answer ?? '')];
  });
}

/** The cell as the process has it; undefined where the process says nothing of it. */
function readingOf(step: Step, field: CellField, making: Making): Cell | undefined {
  switch (field) {
    case 'number':
      return step.number;
    case 'actor':
      return step.actors.length > 0 ? actorCell(step, making) : undefined;
    case 'text': {
      const text = cellOf(step.text, making);
      return text === null ? null : capital(text);
    }
    case 'result':
      return step.result === undefined ? undefined : cellOf(step.result, making);
    case 'term':
      return step.terms && joinCells([...new Set(step.terms.map(({ raw }) => raw))], '; ');
    case 'next': {
      const numbers = nextNumbers(step, making);
      return numbers.length > 0 ? [...new Set(numbers)].join('; ') : making.words.none;
    }
    case 'other':
      return undefined;
  }
}

const told = ({ step: _step, src: _src, ...cells }: TellingItem): boolean => Object.keys(cells).length > 0;

/** The act's own words of a cell; `other` is the place of the cell among the rows that are no field. */
function filedCell(item: TellingItem, field: CellField, other: number, making: Making): Cell {
  if (field === 'number') return item.number === undefined ? '' : item.number;
  return cellOf(field === 'other' ? item.cells?.[other] : item[field], making);
}

/** Where a drafter's mistake is marked, as slash paths of positions. */
function mistakesIn(regulation: Regulation): Set<string> {
  const marks = (regulation.marks ?? []).filter(({ kind }) => kind === 'drafter-error');
  return new Set(marks.flatMap(({ at }) => resolveMark(at, regulation)?.join('/') ?? []));
}

function tellingCells(item: TellingItem, at: string, fields: readonly CellField[], making: Making, asFiled: boolean) {
  const step = making.flow.steps.find(({ id }) => id === item.step);
  const mistakes = asFiled ? new Set<string>() : mistakesIn(making.regulation);
  let other = -1;
  return fields.map((field): Cell => {
    if (field === 'other') other += 1;
    const filed = filedCell(item, field, other, making);
    const wrong = mistakes.has(at) || mistakes.has(`${at}/${field}`);
    if (!step || (told(item) && !wrong)) return filed;
    return readingOf(step, field, making) ?? filed;
  });
}

const derivedFields = ['number', 'actor', 'text', 'result', 'term', 'next'] as const;

/** A table that the act does not have: the steps of the process (conditions stand in «next»), with our names of rows. */
function derivedTable(making: Making): ActionTable {
  const { flow, words } = making;
  const steps = flow.steps.filter(({ id }) => !id.startsWith('c'));
  const fields = derivedFields.filter(
    (field) => field !== 'result' || steps.some(({ result }) => result !== undefined),
  );
  return {
    title: words.title,
    orientation: 'steps-as-rows',
    fields,
    labels: fields.map((field) => words[field]),
    steps: steps.map((step) =>
      fields.map((field) => {
        const cell = readingOf(step, field, making);
        // Nothing said is an empty cell; what the source lost stays lost.
        if (cell === undefined) return '';
        return field === 'result' && cell !== null ? capital(cell) : cell;
      }),
    ),
  };
}

/**
 * The table of an appendix in the act's own words; a cell that a mark calls the drafters' mistake is replaced by what
 * the process says (unless `asFiled`), an entry without cells is filled from the process. Without a telling of that id
 * the whole table is derived. Undefined where the regulation has no such flow.
 */
export function tableOf(
  regulation: Regulation,
  name: FlowName,
  telling: string | undefined,
  words: TableWords,
  asFiled = false,
): ActionTable | undefined {
  const flow = regulation.process[name];
  if (!flow) return undefined;
  const making: Making = { regulation, flow, words };
  const place = regulation.tellings.findIndex(({ id }) => id === telling);
  const found = regulation.tellings[place];
  if (!found?.rows) return derivedTable(making);
  const fields = found.rows.map(({ field }) => field);
  return {
    ...(found.title === undefined ? {} : { title: cellOf(found.title, making) }),
    orientation: found.orientation ?? 'steps-as-rows',
    fields,
    labels: found.rows.map(({ label }) => cellOf(label, making)),
    steps: found.items.map((item, index) =>
      tellingCells(item, `tellings/${place}/items/${index}`, fields, making, asFiled),
    ),
    ...(found.parts ? { parts: found.parts } : {}),
  };
}
