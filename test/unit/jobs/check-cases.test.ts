import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { check } from '../../../src/jobs/check.ts';
import { exampleWith, freshFolder } from '../../helpers/cases.ts';

const errors = async (paths: readonly string[]): Promise<string[]> =>
  (await check('.', paths)).findings
    .filter(({ severity, acknowledged }) => severity === 'error' && acknowledged === undefined)
    .map(({ code }) => code);

it('finds nothing wrong in the examples, and prints nothing', async () => {
  expect(await errors(['examples/cases'])).toEqual([]);
  expect(await check('.', ['examples/cases'])).toMatchObject({ acts: 0, regulations: 0 });
});

it('finds what rendering would find', async () => {
  const file = join(freshFolder(), 'case.yaml');
  writeFileSync(
    file,
    exampleWith('mint102-poisons-refusal', {
      'events.decided.refusal.grounds.0.ground': 'untrue',
      'applicant.iin': '850312400159',
    }),
  );
  expect(await errors([file])).toEqual(['identifier-wrong']);
  writeFileSync(file, exampleWith('mint102-poisons-refusal', { 'events.decided.refusal.grounds.0.ground': 'untrue' }));
  expect(await errors([file])).toEqual(['ground-unknown']);
});
