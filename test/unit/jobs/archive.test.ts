import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderBatch } from '../../../src/jobs/render-batch.ts';
import { freshFolder } from '../../helpers/cases.ts';
import { hasVeraPdf, veraPdfVerdicts } from '../../helpers/programs.ts';

describe.skipIf(!hasVeraPdf())('a document of every kind is an archive and readable aloud', () => {
  it('passes PDF/A-3a and PDF/UA-1', async () => {
    const out = freshFolder();
    const { documents } = await renderBatch({ root: '.', cases: ['examples/cases'], out });
    const one = new Map(documents.map(({ kind, file }) => [kind, join(out, file)]));
    const verdicts = veraPdfVerdicts([...one.values()].map((file) => ({ file, profiles: ['3a', 'ua1'] })));
    expect(verdicts).toHaveLength(one.size * 2);
    expect(
      verdicts.filter(({ passes }) => !passes).map(({ file, profile, faults }) => ({ file, profile, faults })),
    ).toEqual([]);
  }, 180_000);
});
