import { LineCounter, isMap, isPair, isScalar, isSeq, parseDocument, type Document, type Node } from 'yaml';
import {
  diagnostic,
  failure,
  success,
  type Locate,
  type Outcome,
  type Place,
  type Pointer,
  type Position,
} from '../diagnostics/index.ts';
import { readBuiltTree, readText, sha256 } from '../store/index.ts';

/** Data read from a text file. Positions are found again from the text, only when a finding is printed. */
export interface Tree {
  readonly file: string;
  readonly text: string;
  readonly data: unknown;
}

type Parsed = { document: Document; counter: LineCounter };

function parse(text: string): Parsed {
  const counter = new LineCounter();
  return { document: parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: true }), counter };
}

const positionOf = (counter: LineCounter, offset: number): Position => {
  const { line, col } = counter.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
};

/** Data of this project nest a dozen levels; beyond this the recursive readers would overflow. A circle of aliases never ends. */
const MAX_DEPTH = 100;

function isDeeper(data: unknown, levels: number): boolean {
  if (typeof data !== 'object' || data === null) return false;
  return levels === 0 || Object.values(data).some((value) => isDeeper(value, levels - 1));
}

const shallow = (tree: Tree): Outcome<Tree> =>
  isDeeper(tree.data, MAX_DEPTH)
    ? failure([diagnostic('nesting-deep', { levels: MAX_DEPTH }, { file: tree.file })])
    : success(tree);

/** Reads YAML (and JSON, which YAML contains) from text. Faults: `yaml-syntax` or `json-syntax` with its position, `nesting-deep`. */
export function treeFromText(
  file: string,
  text: string,
  syntax: 'json' | 'yaml' = file.toLowerCase().endsWith('.json') ? 'json' : 'yaml',
): Outcome<Tree> {
  const code = syntax === 'json' ? 'json-syntax' : 'yaml-syntax';
  if (code === 'json-syntax') {
    try {
      return shallow({ file, text, data: JSON.parse(text) as unknown });
    } catch {
      // The YAML reader below gives the position of the fault.
    }
  }
  const built = code === 'yaml-syntax' ? readBuiltTree(sha256(text), 'data') : undefined;
  if (built !== undefined) return success({ file, text, data: JSON.parse(built) as unknown });
  const { document, counter } = parse(text);
  // The parser reports the end of its own stack as an error of the text.
  if (document.errors.some(({ message }) => message.includes('call stack')))
    return failure([diagnostic('nesting-deep', { levels: MAX_DEPTH }, { file })]);
  const problems = document.errors.map((error) =>
    diagnostic(
      code,
      { reason: error.message.split('\n')[0] ?? error.code },
      { file, position: positionOf(counter, error.pos[0]) },
    ),
  );
  if (problems.length > 0) return failure(problems);
  try {
    return shallow({ file, text, data: document.toJS({ maxAliasCount: 100 }) as unknown });
  } catch (error) {
    return failure([diagnostic(code, { reason: error instanceof Error ? error.message : String(error) }, { file })]);
  }
}

/** Reads a YAML or JSON file. */
export function readTree(file: string): Outcome<Tree> {
  const text = readText(file);
  return text.ok ? treeFromText(file, text.value) : text;
}

/** The node that a pointer names, or the nearest one above it that exists; a map entry is found at its key. */
function offsetOf(document: Document, pointer: Pointer): number {
  let node: Node | null = document.contents as Node | null;
  let offset = node?.range?.[0] ?? 0;
  for (const key of pointer) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(key),
      );
      if (!pair) return offset;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = (pair.value as Node | null) ?? null;
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(key)];
      if (!item) return offset;
      node = item as Node;
      offset = node.range?.[0] ?? offset;
    } else return offset;
  }
  return offset;
}

/** The position of a pointer in a text of YAML or JSON; 1:1 where the text cannot be read. */
export function positionIn(text: string, pointer: Pointer): Position {
  const { document, counter } = parse(text);
  return positionOf(counter, offsetOf(document, pointer));
}

/** A text with what finds positions in it: the build's table of them, or the document itself. */
interface Located {
  readonly text: string;
  readonly lines: readonly string[];
  readonly find: (pointer: Pointer) => Position;
}

function located(text: string): Located {
  const built = readBuiltTree(sha256(text), 'positions');
  if (built !== undefined) {
    const table = JSON.parse(built) as Readonly<Record<string, readonly [number, number]>>;
    const find = (pointer: Pointer): Position => {
      const [line, column] = table[pointer.join('/')] ?? (pointer.length > 0 ? undefined : [1, 1]) ?? [];
      return line !== undefined && column !== undefined ? { line, column } : find(pointer.slice(0, -1));
    };
    return { text, lines: text.split('\n'), find };
  }
  let parsed: Parsed | undefined;
  const find = (pointer: Pointer): Position => {
    parsed ??= parse(text);
    return positionOf(parsed.counter, offsetOf(parsed.document, pointer));
  };
  return { text, lines: text.split('\n'), find };
}

/** Streams and tables may be of any size and hold what people wrote: no lines of them are shown. */
const isStream = (file: string): boolean => /\.(?:ndjson|jsonl|csv|tsv|xlsx|xlsm|gz)$/i.test(file);

/** Finds positions for the printer by reading the files again; a file is read at most once per call of this maker. */
export function makeLocate(): Locate {
  const seen = new Map<string, Located | undefined>();
  return (place: Place) => {
    if (isStream(place.file)) return undefined;
    if (!seen.has(place.file)) {
      const text = readText(place.file);
      seen.set(place.file, text.ok ? located(text.value) : undefined);
    }
    const entry = seen.get(place.file);
    const position = place.position ?? (place.pointer && entry?.find(place.pointer));
    return entry && position ? { position, lines: entry.lines } : undefined;
  };
}

/** The line and column of every place of a YAML text, keyed by its pointer with slashes: what the build keeps. */
export function positionsIn(text: string): Record<string, [number, number]> {
  const { document, counter } = parse(text);
  const table: Record<string, [number, number]> = {};
  const note = (pointer: Pointer, offset: number): void => {
    const { line, column } = positionOf(counter, offset);
    table[pointer.join('/')] = [line, column];
  };
  const walk = (node: unknown, pointer: Pointer): void => {
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (!isScalar(key)) continue;
        const here = [...pointer, String(key.value)];
        note(here, key.range?.[0] ?? 0);
        walk(value, here);
      }
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) {
        const range = (item as Node | null)?.range;
        if (range) note([...pointer, index], range[0]);
        walk(item, [...pointer, index]);
      }
    }
  };
  walk(document.contents, []);
  return table;
}

/**
 * A YAML text with some of its scalars rewritten by `mend`, everything else (comments, order, layout) untouched.
 * Only scalars that stand on one line are rewritten, so that nothing but the words can change.
 */
export function mendScalars(text: string, mend: (words: string) => string): { text: string; mended: number } {
  const { document } = parse(text);
  const edits: { from: number; to: number; words: string }[] = [];
  const look = (node: unknown): void => {
    if (isMap(node)) for (const { value } of node.items) look(value);
    else if (isSeq(node)) for (const item of node.items) look(item);
    else if (isScalar(node) && typeof node.value === 'string' && node.range) {
      const [from, to] = node.range;
      const raw = text.slice(from, to);
      const words = raw.includes('\n') ? raw : mend(raw);
      if (words !== raw) edits.push({ from, to, words });
    }
  };
  look(document.contents);
  const mended = edits.reduceRight(
    (whole, { from, to, words }) => whole.slice(0, from) + words + whole.slice(to),
    text,
  );
  return { text: mended, mended: edits.length };
}
