import Handlebars from 'handlebars';
import { diagnostic, failure, success, type Outcome, type Position } from '../diagnostics/index.ts';
import { hole } from './markup.ts';
import type { BuiltPieces, CompiledPiece } from './template-built.ts';

export type Program = ReturnType<typeof Handlebars.parseWithoutProcessing>;
export type Statement = Program['body'][number];
export type Loc = Statement['loc'];

/** A template as text, parsed: its tree, and the places of its braces. */
export interface ParsedTemplate {
  readonly file: string;
  readonly text: string;
  readonly program: Program;
  /** What the build compiled it to; only of what it found sound. */
  readonly built?: CompiledPiece | undefined;
}

/** Handlebars counts columns from 0, editors from 1. */
export const positionOf = (loc: Loc): Position => ({ line: loc.start.line, column: loc.start.column + 1 });

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Where Handlebars says a fault is: from the fields of its error, else from the words «on line 3». */
export function faultPosition(error: unknown): Position | undefined {
  if (!isRecord(error)) return undefined;
  if (typeof error['lineNumber'] === 'number' && typeof error['column'] === 'number') {
    return { line: error['lineNumber'], column: error['column'] + 1 };
  }
  const hash = error['hash'];
  const loc = isRecord(hash) ? hash['loc'] : undefined;
  if (isRecord(loc) && typeof loc['first_line'] === 'number')
    return { line: loc['first_line'], column: Number(loc['first_column'] ?? 0) + 1 };
  const line = /line (\d+)/.exec(String(error['message']))?.[1];
  return line === undefined ? undefined : { line: Number(line), column: 1 };
}

/** The beginnings and ends of blocks; a comment is neither. */
const blockMarks = /\{\{!--[\s\S]*?--~?\}\}|\{\{!?[^}]*\}\}/g;

/** The innermost block that the end of the text leaves open, with its place. */
function openBlock(text: string): { readonly block: string; readonly position: Position } | undefined {
  const open: { block: string; position: Position }[] = [];
  for (const { 0: mark, index } of text.matchAll(blockMarks)) {
    const [, sign, words = ''] = /^\{\{~?([#/])\s*([^}~]*)/.exec(mark) ?? [];
    if (sign === '/') open.pop();
    if (sign !== '#') continue;
    const before = text.slice(0, index).split('\n');
    open.push({
      block: `{{#${words.trim()}}}`,
      position: { line: before.length, column: (before.at(-1) ?? '').length + 1 },
    });
  }
  return open.at(-1);
}

/** The compiler goes on from this tree: with `parse`, which takes spaces away as well, it would have to begin anew. */
const treeOf = (text: string): Program => Handlebars.parseWithoutProcessing(text);

/** A piece that was found sound: parsed only if it is not compiled, and when it is first used. */
function soundPiece(file: string, text: string, pieces: BuiltPieces): ParsedTemplate {
  let program: Program | undefined;
  return {
    file,
    text,
    built: pieces.get(text),
    get program() {
      return (program ??= treeOf(text));
    },
  };
}

/** Parses a template, or takes it from the sound `pieces`. Faults: `template-unclosed` where a block begins, `template-syntax`, each with its place. */
export function parseTemplate(file: string, text: string, pieces?: BuiltPieces): Outcome<ParsedTemplate> {
  if (pieces) return success(soundPiece(file, text, pieces));
  try {
    return success({ file, text, program: treeOf(text) });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const unclosed = message.endsWith("got 'EOF'") ? openBlock(text) : undefined;
    if (unclosed) {
      const { block, position } = unclosed;
      return failure([diagnostic('template-unclosed', { block }, { file, position })]);
    }
    const reason = (message.split('\n').at(-1) ?? message).replace(/^Expecting .*, got '(.*)'$/, "unexpected '$1'");
    const position = faultPosition(error);
    return failure([diagnostic('template-syntax', { reason }, { file, ...(position ? { position } : {}) })]);
  }
}

function offsets(text: string): (line: number, column: number) => number {
  const starts = [0];
  for (let index = text.indexOf('\n'); index >= 0; index = text.indexOf('\n', index + 1)) starts.push(index + 1);
  return (line, column) => (starts[line - 1] ?? text.length) + column;
}

/**
 * The markup of a template with its braces taken out and every letter in its place: fields become holes, the marks of
 * blocks become spaces, and both branches of a condition stay. What is wrong in it is wrong at that line and column.
 */
export function markupOf({ text, program }: ParsedTemplate): string {
  const offset = offsets(text);
  const out = [...text.replace(/[^\n]/g, ' ')];
  const units = text.split('');
  const visit = (body: readonly Statement[]): void => {
    for (const statement of body) {
      const from = offset(statement.loc.start.line, statement.loc.start.column);
      const to = offset(statement.loc.end.line, statement.loc.end.column);
      if (statement.type === 'ContentStatement')
        for (let index = from; index < to; index += 1) out[index] = units[index] ?? '';
      if (statement.type === 'MustacheStatement')
        for (let index = from; index < to; index += 1) if (units[index] !== '\n') out[index] = hole;
      if (statement.type === 'BlockStatement') {
        const block = statement as unknown as { readonly program?: Program; readonly inverse?: Program };
        visit(block.program?.body ?? []);
        visit(block.inverse?.body ?? []);
      }
    }
  };
  visit(program.body);
  return out.join('');
}
