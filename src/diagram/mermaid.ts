import { label, safeLine, safeText } from './escape.ts';
import type { Arrow, Fate, Figure, Picture, Role } from './picture.ts';

/** A question longer than this is asked in a hexagon: a diamond grows by its width and its height together. */
const longestInDiamond = 90;
export const defaultWrap = 140;

type Shape = readonly [open: string, close: string];
const square: Shape = ['[', ']'];
const round: Shape = ['(', ')'];
const circle: Shape = ['((', '))'];

const shapes: Readonly<Record<Picture['style'], Readonly<Record<Role, Shape>>>> = {
  scheme: {
    start: round,
    step: square,
    condition: ['{', '}'],
    document: square,
    result: round,
    refusal: round,
    'message-start': circle,
    'message-end': circle,
    error: round,
    stop: circle,
    flow: ['[[', ']]'],
    connector: circle,
  },
  interaction: {
    start: circle,
    step: round,
    condition: ['{', '}'],
    document: square,
    result: circle,
    refusal: circle,
    'message-start': circle,
    'message-end': circle,
    error: circle,
    stop: circle,
    flow: ['[[', ']]'],
    connector: circle,
  },
};

/** Black on white; the two greys say condition and refusal. */
export const classes: Readonly<Record<string, string>> = {
  plain: 'fill:#ffffff,stroke:#000000,stroke-width:1px',
  cond: 'fill:#f2f2f2,stroke:#000000,stroke-width:1px',
  ok: 'fill:#ffffff,stroke:#000000,stroke-width:3px',
  refuse: 'fill:#d9d9d9,stroke:#000000,stroke-width:3px',
  msg: 'fill:#ffffff,stroke:#000000,stroke-width:1px,font-size:20px',
  msgEnd: 'fill:#ffffff,stroke:#000000,stroke-width:3px,font-size:20px',
  error: 'fill:#d9d9d9,stroke:#000000,stroke-width:3px,font-size:20px',
};

const classOf: Readonly<Record<Role, string>> = {
  start: 'plain',
  step: 'plain',
  condition: 'cond',
  document: 'plain',
  result: 'ok',
  refusal: 'refuse',
  'message-start': 'msg',
  'message-end': 'msgEnd',
  error: 'error',
  stop: 'plain',
  flow: 'plain',
  connector: 'plain',
};

/** Told apart without colour: new is thick, gone is dashed on grey, changed is a little thicker than the rest. */
const fates: Readonly<Record<Fate, string>> = {
  added: 'fill:#ffffff,stroke:#000000,stroke-width:4px',
  removed: 'fill:#e6e6e6,stroke:#000000,stroke-width:2px,stroke-dasharray:6 4',
  changed: 'fill:#ffffff,stroke:#000000,stroke-width:2px',
};
const styles: Readonly<Record<string, string>> = { ...classes, ...fates };

function classFor({ fate, role }: Figure, style: Picture['style']): string {
  if (fate) return fate;
  return style === 'scheme' && role === 'error' ? 'refuse' : classOf[role];
}

function figureLine(figure: Figure, style: Picture['style']): string {
  if (figure.role === 'document') return `${figure.id}@{ shape: doc, label: "${safeText(figure.text)}" }`;
  const [open, close] =
    figure.role === 'condition' && figure.text.length > longestInDiamond ? ['{{', '}}'] : shapes[style][figure.role];
  return `${figure.id}${open}${label(figure)}${close}:::${classFor(figure, style)}`;
}

function arrowLine(arrow: Arrow): string {
  const lines = { message: '-.->', control: '-->', hidden: '~~~' } as const;
  const line = arrow.fate === 'added' ? '==>' : arrow.fate === 'removed' ? '-.->' : lines[arrow.kind];
  return `${arrow.from} ${line}${arrow.label ? `|"${safeText(arrow.label)}"|` : ''} ${arrow.to}`;
}

/** Ids of lanes as Mermaid takes them: `provider-head` -> `l_provider_head`. */
export const laneId = (id: string): string => `l_${id.replace(/[^a-z0-9]/gi, '_') || 'unnamed'}`;

/** Wide enough for the longest word: Mermaid breaks longer ones anywhere. 8.3 px is a wide letter of 14 px bold. */
function wrapFor({ figures }: Picture): number {
  const words = figures.flatMap(({ head = '', text, foot = '' }) => `${head} ${text} ${foot}`.split(/\s+/));
  const longest = Math.max(0, ...words.map((word) => word.length));
  return Math.min(260, Math.max(defaultWrap, Math.ceil((longest * 8.3) / 10) * 10));
}

function frontMatter(picture: Picture): string[] {
  const across = picture.hints.across ?? (picture.style === 'scheme' ? 'free' : 'ranked');
  const wrap = picture.hints.wrap ?? wrapFor(picture);
  return [
    '---',
    'config:',
    '  swimlane:',
    `    ignoreCrossLaneEdges: ${String(across === 'free')}`,
    ...(wrap === defaultWrap ? [] : ['  flowchart:', `    wrappingWidth: ${wrap}`]),
    '---',
  ];
}

/** A long title on two lines, broken where they come out most alike: a title as wide as its lane touches both borders. */
function halves(title: string): string[] {
  const words = title.split(' ');
  if (title.length <= 20 || words.length < 2) return [title];
  const breaks = words
    .slice(1)
    .map((_word, index) => [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')]);
  const longest = (lines: readonly string[]): number => Math.max(...lines.map((line) => line.length));
  return breaks.reduce((best, lines) => (longest(lines) < longest(best) ? lines : best), [title]);
}

/** A picture as Mermaid text (`swimlane-beta TB`): a lane per participant, a line per figure, a line per arrow. */
export function mermaidOf(picture: Picture): string {
  const lanes = picture.lanes.flatMap((lane) => {
    const figures = picture.figures.filter((figure) => figure.lane === lane.id);
    // An empty lane is drawn as a strip without width at the left.
    if (figures.length === 0) return [];
    const title = halves(safeText(lane.title).replaceAll('\u2060', '')).join('<br/>');
    return [
      `  subgraph ${laneId(lane.id)}["${title}"]`,
      ...figures.map((figure) => `    ${figureLine(figure, picture.style)}`),
      '  end',
    ];
  });
  const used = new Set(
    picture.figures.filter(({ role }) => role !== 'document').map((figure) => classFor(figure, picture.style)),
  );
  const lines = [
    ...frontMatter(picture),
    'swimlane-beta TB',
    `  accTitle: ${safeLine(picture.title) || picture.name}`,
    `  accDescr: ${safeLine(picture.description)}`,
    ...lanes,
    ...picture.arrows.map((arrow) => `  ${arrowLine(arrow)}`),
    ...Object.entries(styles).flatMap(([name, style]) => (used.has(name) ? [`  classDef ${name} ${style}`] : [])),
  ];
  return `${lines.join('\n')}\n`;
}
