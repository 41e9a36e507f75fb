import { anyWording, type ViewWords, type LegendSymbol, type Regulation } from '../model/index.ts';
import { label, safeLine, safeText } from './escape.ts';
import { classes } from './mermaid.ts';
import type { Picture } from './picture.ts';

/** One row: the sign as Mermaid draws it (the id stands in front) and what it means. */
interface Row {
  readonly sign: (id: string) => string;
  readonly meaning: string;
}

/** Room inside an empty figure: joiners at its ends keep it from being trimmed away. */
const room = (width: number): string => `\u2060${'\u00A0'.repeat(width)}\u2060`;
const blank = room(12);
const figure =
  (open: string, text: string, close: string, name: string) =>
  (id: string): string =>
    `${id}${open}"${text}"${close}:::${name}`;
const arrow =
  (line: string) =>
  (id: string): string =>
    `${id}[" "]:::none ${line} ${id}a[" "]:::none`;

const signs = (system: string): Readonly<Record<LegendSymbol, Row['sign']>> => ({
  'message-start': figure('((', '✉', '))', 'msg'),
  'message-intermediate': figure('(((', '✉', ')))', 'msg'),
  'message-end': figure('((', '✉', '))', 'msgEnd'),
  end: figure('((', room(3), '))', 'msgEnd'),
  error: figure('((', '✖', '))', 'error'),
  system: figure('[', `\`**${safeText(system)}**\``, ']', 'plain'),
  process: figure('(', blank, ')', 'plain'),
  condition: figure('{', room(3), '}', 'cond'),
  'control-flow': arrow('-->'),
  'message-flow': arrow('-.->'),
  document: (id) => `${id}@{ shape: doc, label: "${blank}" }`,
});

/** The symbols that the pictures use. */
function symbolsIn(pictures: readonly Picture[]): Set<LegendSymbol> {
  const used = new Set<LegendSymbol>();
  for (const { figures, arrows, lanes } of pictures) {
    if (lanes.some(({ kind }) => kind === 'system')) used.add('system');
    for (const { kind } of arrows) used.add(kind === 'control' ? 'control-flow' : 'message-flow');
    for (const { role } of figures) {
      if (role === 'step') used.add('process');
      else if (
        role === 'condition' ||
        role === 'document' ||
        role === 'error' ||
        role === 'message-start' ||
        role === 'message-end'
      )
        used.add(role);
    }
  }
  return used;
}

function interactionRows(
  regulation: Regulation,
  words: ViewWords,
  pictures: readonly Picture[],
  everything: boolean,
): Row[] {
  const used = symbolsIn(pictures);
  const systems = pictures.flatMap(({ lanes }) => lanes).filter(({ kind }) => kind === 'system');
  const system = systems.reduce(
    (shortest, { title }) => (shortest && shortest.length <= title.length ? shortest : title),
    '',
  );
  const sign = signs(system);
  const own = regulation.legend ?? [];
  const said = own
    .filter(({ symbol }) => everything || used.has(symbol))
    .map(({ symbol, text }) => ({
      sign: sign[symbol],
      meaning: anyWording(text, regulation.lang, regulation.lang) ?? words.lost,
    }));
  const missing = [...used].filter((symbol) => !own.some((entry) => entry.symbol === symbol));
  return [...said, ...missing.map((symbol) => ({ sign: sign[symbol], meaning: words.symbols[symbol] }))];
}

function schemeRows(words: ViewWords, pictures: readonly Picture[]): Row[] {
  const roles = new Set(pictures.flatMap(({ figures }) => figures.map(({ role }) => role)));
  const all = [
    ['start', figure('(', blank, ')', 'plain')],
    ['step', figure('[', blank, ']', 'plain')],
    ['condition', figure('{', room(3), '}', 'cond')],
    ['result', figure('(', blank, ')', 'ok')],
    ['refusal', figure('(', blank, ')', 'refuse')],
  ] as const;
  const rows = all.filter(([role]) => roles.has(role)).map(([role, sign]) => ({ sign, meaning: words.scheme[role] }));
  return [...rows, { sign: arrow('-->'), meaning: words.scheme.next }];
}

/**
 * The legend of some pictures as Mermaid text: just the symbols that they use, in the act's words where it has them.
 * `everything` keeps what the act lists and no picture uses.
 */
export function legendOf(
  regulation: Regulation,
  words: ViewWords,
  title: string,
  pictures: readonly Picture[],
  everything = false,
): string {
  const scheme = pictures.length > 0 && pictures.every(({ style }) => style === 'scheme');
  const rows =
    scheme && !everything ? schemeRows(words, pictures) : interactionRows(regulation, words, pictures, everything);
  const lines = rows.flatMap(({ sign, meaning }, index) => {
    const text = `t${index + 1}[${label({ text: meaning })}]:::meaning`;
    const drawn = sign(`l${index + 1}`);
    const last = drawn.includes('>') ? `l${index + 1}a` : `l${index + 1}`;
    return [`  ${drawn}`, `  ${last} ~~~ ${text}`];
  });
  const used = Object.entries(classes).filter(([name]) => lines.some((line) => line.includes(`:::${name}`)));
  return [
    '---',
    'config:',
    '  flowchart: { nodeSpacing: 12, rankSpacing: 40, wrappingWidth: 420 }',
    '---',
    'flowchart LR',
    `  accTitle: ${safeLine(title)}`,
    ...lines,
    '  classDef none fill:none,stroke:none',
    '  classDef meaning fill:none,stroke:none',
    ...used.map(([name, style]) => `  classDef ${name} ${style}`),
    '',
  ].join('\n');
}
