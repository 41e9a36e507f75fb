import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderBatch, type RenderResult } from '../../../src/jobs/render-batch.ts';
import { documentKinds } from '../../../src/model/index.ts';
import { everyKind } from '../../helpers/every-kind.ts';

/** Whatever any of the services of the acts may end in or hand out, in both languages. */
const all = everyKind();
const folder = mkdtempSync(join(tmpdir(), 'reglament-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let result: RenderResult;

describe('every kind of every service', () => {
  beforeAll(async () => {
    const cases = join(folder, 'cases');
    mkdirSync(cases);
    all.forEach(({ text }, index) => writeFileSync(join(cases, `${String(index).padStart(3, '0')}.yaml`), text));
    result = await renderBatch({ root: '.', cases: [cases], out: join(folder, 'out') });
  }, 120_000);

  it('are all kinds there are, in the services of all acts', () => {
    expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(documentKinds));
    expect(new Set(all.map(({ address }) => address)).size).toBe(34);
  });

  it('comes out in both languages without a fault', () => {
    expect(result.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(result.documents.map(({ kind }) => kind).sort()).toEqual(all.map(({ kind }) => kind).sort());
  });

  it('says of each kind on which the regulation is at odds with itself that it is', () => {
    const disputed = result.findings.filter(({ code }) => code === 'kind-disputed');
    expect(disputed.length).toBeGreaterThan(0);
    for (const { args } of disputed) expect(args).toMatchObject({ told: /./, silent: /./ });
  });
});
