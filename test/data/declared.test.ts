import { describe, expect, it } from 'vitest';
import { loadLibrary } from '../../src/jobs/regulations.ts';
import type { Regulation } from '../../src/model/index.ts';
import * as declared from '../helpers/declared.ts';

const { library } = loadLibrary('.');
const regulationsOf = (id: string): (readonly [string, Regulation])[] =>
  library.regulations.filter(({ act }) => act.id === id).map(({ service, regulation }) => [service, regulation]);

describe('what a file declares stands in the words of its act', () => {
  it.each(library.acts.map((one) => [one.id, one] as const))('%s', (id, { act }) =>
    expect([...declared.listFaults(act, regulationsOf(id))]).toEqual([]),
  );
  it.each(library.regulations.map((one) => [one.address, one] as const))('%s', (_, { regulation }) =>
    expect([
      ...declared.formFaults(regulation),
      ...declared.channelFaults(regulation),
      ...declared.paperFaults(regulation),
      ...declared.refusalFaults(regulation),
      ...declared.variantFaults(regulation),
      ...declared.flowTermFaults(regulation),
    ]).toEqual([]),
  );
});
