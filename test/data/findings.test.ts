import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkLibrary } from '../../src/check/index.ts';
import { formatPlace, hasErrors, wordingOf, type Diagnostic } from '../../src/diagnostics/index.ts';
import { loadLibrary } from '../../src/jobs/regulations.ts';
import { makeLocate } from '../../src/source/index.ts';

/**
 * What the checker finds in the real acts, in Russian, as a methodologist reads it: a page per act under
 * test/golden/findings. `UPDATE=1` writes the pages anew; read what changed.
 */
const { library, findings: faults } = loadLibrary('.');
const locate = makeLocate();
const findings = checkLibrary(library);

function line(finding: Diagnostic): string {
  const place = finding.at ? formatPlace(finding.at, locate) : '';
  const others = [...(finding.related ?? []), ...(finding.also ?? [])].map((at) => `    ${formatPlace(at, locate)}\n`);
  const level = finding.acknowledged === undefined ? finding.severity : 'accepted';
  return `${level} ${finding.code}: ${wordingOf(finding, 'ru').message}\n    ${place}\n${others.join('')}`;
}

describe('the real acts', () => {
  it('have no fault of schema or reference', () => {
    expect(faults).toEqual([]);
    expect(hasErrors(findings)).toBe(false);
  });
  it.each(library.acts.map(({ id }) => id))('%s', (act) => {
    const file = join('test/golden/findings', `${act}.txt`);
    const own = findings.filter(({ at }) => at?.file.startsWith(`regulations/${act}/`));
    const text = own.map(line).join('');
    if (process.env['UPDATE'] || !existsSync(file)) writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });
  it('two tellings are named wherever two disagree', () => {
    const lonely = findings.filter(
      ({ code, related }) =>
        /^(term-differs|telling-differs|sisters-differ|title-differs|actor-differs)$/.test(code) && !related?.length,
    );
    expect(lonely).toEqual([]);
  });
});
