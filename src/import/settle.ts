import type * as z from 'zod';
import { diagnostic, type Diagnostic, type Pointer } from '../diagnostics/index.ts';
import { readModel } from '../model/index.ts';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Fields that may be null where their words are lost. */
const mayBeLost = new Set([
  'text',
  'title',
  'raw',
  'definition',
  'term',
  'result',
  'heading',
  'label',
  'actor',
  'next',
  'name',
]);

/** Words that came out empty are lost words (`null`) or no field at all. */
function withoutBlanks(value: unknown): void {
  if (Array.isArray(value)) for (const entry of value) withoutBlanks(entry);
  if (!isRecord(value)) return;
  for (const [key, entry] of Object.entries(value)) {
    if (typeof entry !== 'string' || entry.trim() !== '') withoutBlanks(entry);
    else if (mayBeLost.has(key)) value[key] = null;
    else Reflect.deleteProperty(value, key);
  }
}

/** Takes out the innermost list entry that a pointer leads through; false where it leads through none. */
function takeOut(data: unknown, pointer: Pointer): boolean {
  const at = pointer.findLastIndex((key) => typeof key === 'number');
  const index = pointer[at];
  let here: unknown = data;
  for (const key of pointer.slice(0, at))
    here = isRecord(here) || Array.isArray(here) ? Reflect.get(here, key) : undefined;
  if (!Array.isArray(here) || typeof index !== 'number') return false;
  here.splice(index, 1);
  return true;
}

const ROUNDS = 100;

/**
 * Holds what was read against the schema. An entry that does not hold is taken out and reported (`import-lost`), so that one
 * odd line never keeps the rest of an act from being written; faults outside lists are returned as they are.
 */
export function settle<S extends z.ZodType>(
  schema: S,
  name: string,
  data: unknown,
): { faults: readonly Diagnostic[]; findings: Diagnostic[] } {
  withoutBlanks(data);
  const findings: Diagnostic[] = [];
  const file = `${name}.yaml`;
  for (let round = 0; ; round += 1) {
    const checked = readModel(schema, { file, data });
    if (checked.ok) return { faults: [], findings };
    const pointer = checked.findings[0]?.at?.pointer;
    if (round >= ROUNDS || !pointer || !takeOut(data, pointer)) return { faults: checked.findings, findings };
    findings.push(
      diagnostic('import-lost', { what: `${name}/${pointer.join('/')}`, why: 'not of the schema' }, { file }),
    );
  }
}
