import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { schemas } from '../../scripts/build-schema.ts';

/** The committed schemas are those of the model; `UPDATE=1 npx vitest run test/unit/schema.test.ts` writes them anew. */
for (const [name, text] of Object.entries(schemas())) {
  const file = join('docs/schema', name);
  it(`${file} is generated from the model`, () => {
    if (process.env['UPDATE']) writeFileSync(file, text);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });
}
