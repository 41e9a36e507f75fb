import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { formatPlace } from '../../src/diagnostics/format.ts';
import type { Diagnostic } from '../../src/diagnostics/index.ts';
import { renderBatch, type RenderRequest, type RenderResult } from '../../src/jobs/render-batch.ts';
import { makeLocate } from '../../src/source/index.ts';

/** An empty folder of its own for a test. */
export const freshFolder = (): string => mkdtempSync(join(tmpdir(), 'reglament-'));

type Data = { [key: string]: unknown };

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null;

/** The example case of that name with some of its fields changed: paths with dots, `undefined` removes. */
export function exampleWith(name: string, changes: Readonly<Record<string, unknown>>): string {
  const data: unknown = parse(readFileSync(`examples/cases/${name}.yaml`, 'utf8'));
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    const holder = keys.reduce<unknown>((here, key) => (isData(here) ? here[key] : undefined), data);
    if (!isData(holder)) throw new Error(`${name} has no ${path}`);
    if (value === undefined) Reflect.deleteProperty(holder, last);
    else holder[last] = value;
  }
  return stringify(data);
}

export interface Printed extends RenderResult {
  readonly out: string;
  readonly file: string;
  readonly codes: readonly string[];
  /** The findings of a code as `name:line:column`. */
  readonly placesOf: (code: Diagnostic['code']) => string[];
}

/** Prints a case given as text, in a folder of its own. */
export async function printed(
  text: string,
  options: Partial<RenderRequest> & { readonly name?: string } = {},
): Promise<Printed> {
  const folder = freshFolder();
  const file = join(folder, options.name ?? 'case.yaml');
  const out = join(folder, 'out');
  writeFileSync(file, text);
  const result = await renderBatch({ root: '.', cases: [file], out, ...options });
  const locate = makeLocate();
  const codes = result.findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  const placesOf = (code: Diagnostic['code']): string[] =>
    result.findings.flatMap((finding) =>
      finding.code === code && finding.at ? [formatPlace(finding.at, locate).replace(`${folder}/`, '')] : [],
    );
  return { ...result, out, file, codes, placesOf };
}
