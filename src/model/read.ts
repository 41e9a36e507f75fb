import * as z from 'zod';
import {
  codePointOf,
  diagnostic,
  failure,
  nearest,
  success,
  visible,
  type Diagnostic,
  type Outcome,
  type Pointer,
} from '../diagnostics/index.ts';
import type { Tree } from '../source/index.ts';

type Issue = z.core.$ZodIssue;

/** The schema of the entry `key` of a schema of an object, list or record, whatever wraps it. */
function inside(schema: unknown, key: PropertyKey): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return inside(schema.unwrap(), key);
  if (schema instanceof z.ZodObject) return (schema.shape as Record<string, unknown>)[String(key)];
  if (schema instanceof z.ZodArray) return schema.element;
  if (schema instanceof z.ZodRecord) return schema.valueType;
  if (schema instanceof z.ZodUnion)
    return schema.options.map((option) => inside(option, key)).find((found) => found !== undefined);
  return undefined;
}

function knownKeys(schema: unknown): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return knownKeys(schema.unwrap());
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(knownKeys);
  return [];
}

const valueAt = (data: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (here, key) => (typeof here === 'object' && here !== null ? Reflect.get(here, key) : undefined),
    data,
  );

/** The value as JSON; what could not be seen, or would turn the terminal, is written by its number. */
function show(value: unknown): string {
  const text = visible(JSON.stringify(value) ?? 'undefined');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** What a schema expects, in signs that need no translation: "…", 123, [ … ], { … }, a | b | c. */
const signs: Readonly<Record<string, string>> = {
  string: '"…"',
  number: '123',
  int: '123',
  boolean: 'true | false',
  array: '[ … ]',
  tuple: '[ …, … ]',
  object: '{ … }',
  record: '{ … }',
  null: 'null',
};

function expectedOf(issue: Issue): string {
  if (issue.code === 'invalid_type') return signs[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_value') return issue.values.map(String).join(' | ');
  if (issue.code === 'invalid_union')
    return [...new Set(issue.errors.flatMap((branch) => branch.slice(0, 1).map(expectedOf)))].join(' | ');
  if (issue.code === 'invalid_format')
    return issue.format === 'regex' ? issue.message : issue.format === 'date' ? '2019-03-18' : issue.format;
  return issue.message;
}

/** The fault that says most of a union: the one that got deepest into the data. */
function deepest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const branches = issue.errors.flat().map((one) => deepest({ ...one, path: [...issue.path, ...one.path] }));
  const best = branches.sort((a, b) => b.path.length - a.path.length)[0];
  const keys = branches.find((one) => one.code === 'unrecognized_keys');
  if (best && best.path.length > issue.path.length) return best;
  return keys ?? issue;
}

/** The character that a schema of the model found in a text and nobody could see; in any branch of a union. */
function unseenIn(issue: Issue): string | undefined {
  if (issue.code === 'invalid_union') return issue.errors.flat().map(unseenIn).find(Boolean);
  const character: unknown = issue.code === 'custom' ? issue.params?.['character'] : undefined;
  return typeof character === 'string' ? character : undefined;
}

function findingsOf(issue: Issue, schema: unknown, tree: Pick<Tree, 'file' | 'data'>): Diagnostic[] {
  const pointer: Pointer = issue.path.filter((key): key is string | number => typeof key !== 'symbol');
  const { file } = tree;
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(pointer.reduce<unknown>(inside, schema));
    return issue.keys.map((key) =>
      diagnostic(
        'field-unknown',
        { field: key, near: nearest(key, new Set(known)).join(', ') },
        { file, pointer: [...pointer, key] },
      ),
    );
  }
  const value = valueAt(tree.data, pointer);
  const character = unseenIn(issue);
  if (character !== undefined)
    return [
      diagnostic(
        'character-unseen',
        { field: String(pointer.at(-1) ?? file), codePoint: codePointOf(character), found: show(value) },
        { file, pointer },
      ),
    ];
  const field = pointer.length > 0 ? String(pointer.at(-1)) : file;
  if (value === undefined && pointer.length > 0) {
    return [
      diagnostic('field-missing', { field, expected: expectedOf(issue) }, { file, pointer: pointer.slice(0, -1) }),
    ];
  }
  return [diagnostic('value-wrong', { field, found: show(value), expected: expectedOf(issue) }, { file, pointer })];
}

const uses = new WeakMap<z.ZodType, number>();

/** zod writes code for each object of a schema when it first meets it, which takes longer than to do without for some while. */
export function parsing(schema: z.ZodType): z.core.ParseContext<z.core.$ZodIssue> {
  const use = (uses.get(schema) ?? 0) + 1;
  uses.set(schema, use);
  return { jitless: use < 10 };
}

/**
 * Checks data against its schema. Every fault is reported in one run: `field-missing`, `field-unknown` (with the
 * nearest known names), `value-wrong`; each at its pointer in the file.
 */
export function readModel<S extends z.ZodType>(schema: S, tree: Pick<Tree, 'file' | 'data'>): Outcome<z.output<S>> {
  const parsed = schema.safeParse(tree.data, parsing(schema));
  if (parsed.success) return success(parsed.data);
  return failure(parsed.error.issues.map(deepest).flatMap((issue) => findingsOf(issue, schema, tree)));
}
