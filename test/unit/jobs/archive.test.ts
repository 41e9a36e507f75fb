import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appendices } from '../../../src/jobs/appendices.ts';
import { renderBatch } from '../../../src/jobs/render-batch.ts';
import { findBrowser } from '../../../src/render/index.ts';
import { freshFolder } from '../../helpers/cases.ts';
import { hasVeraPdf, veraPdfVerdicts } from '../../helpers/programs.ts';

describe.skipIf(!hasVeraPdf())(
  'a document of every kind and language, and a booklet, is an archive and readable aloud',
  () => {
    it('passes PDF/A-3a (a booklet PDF/A-2a) and PDF/UA-1', async () => {
      const out = freshFolder();
      const { documents } = await renderBatch({ root: '.', cases: ['examples/cases'], out });
      const one = new Map(documents.map(({ kind, language, file }) => [`${kind} ${language}`, join(out, file)]));
      expect(one.size).toBe(37);
      const files = [...one.values()].map((file) => ({ file, profiles: ['3a', 'ua1'] }));
      if (findBrowser().ok) {
        const address = 'zhambyl-62-2013/scrap-metal-licence';
        const { written } = await appendices({ root: '.', selectors: [address], out, formats: ['pdf'] });
        expect(written).toBe(1);
        files.push({ file: join(out, `${address}.pdf`), profiles: ['2a', 'ua1'] });
      }
      const verdicts = veraPdfVerdicts(files);
      expect(verdicts).toHaveLength(files.length * 2);
      expect(
        verdicts.filter(({ passes }) => !passes).map(({ file, profile, faults }) => ({ file, profile, faults })),
      ).toEqual([]);
    });
  },
);
