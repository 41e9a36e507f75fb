import { describe, expect, it } from 'vitest';
import { diffRegulations } from '../../../src/diff/index.ts';
import { regulationAt } from '../../helpers/booklet.ts';

type Path = readonly (string | number)[];

/** Where remarks and places in the source stand: they are no words of the act and are not compared. */
const apart = new Set(['src', 'marks']);

function* leaves(value: unknown, path: Path = []): Generator<Path> {
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value))
      if (!apart.has(key)) yield* leaves(inner, [...path, Array.isArray(value) ? Number(key) : key]);
  } else yield path;
}

/** Another of the values that stand for codes. */
const codes: Readonly<Record<string, string>> = {
  ...{ ru: 'kk', kk: 'ru', minute: 'hour', day: 'month', month: 'minute', working: 'calendar', calendar: 'working' },
  ...{ exact: 'at-most', 'at-most': 'exact', unstated: 'working', second: 'hour', hour: 'minute' },
};
function another(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  return typeof value === 'boolean' ? !value : (codes[String(value)] ?? `${String(value)}ж`);
}

/** A copy with another value at one place. */
function changed(value: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined) return another(value);
  const entries: [string, unknown][] = Object.entries(value as object).map(([name, inner]) => [
    name,
    name === String(key) ? changed(inner, rest) : inner,
  ]);
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

const addresses = [
  'miir-138-2019/poisons-licence',
  'zhambyl-62-2013/scrap-metal-licence',
  'mint-102-2014/transit-permit',
];
/** All of them take half a minute (`EVERY_LEAF=1`); some of each regulation in every run. */
const stride = Number(process.env['EVERY_LEAF'] ?? 0) === 1 ? 1 : 31;

describe('whatever changes in a regulation is a difference', () => {
  for (const [turn, address] of addresses.entries())
    it(address, () => {
      const regulation = regulationAt(address);
      const unseen = [...leaves(regulation)]
        .filter((_, index) => index % stride === (turn * 7) % stride)
        .filter((path) => {
          const now = changed(regulation, path) as typeof regulation;
          return diffRegulations({ regulation }, { regulation: now }).differences.length === 0;
        })
        .map((path) => path.join('/'))
        // Names inside the file are no words of the act: steps, participants, tellings and questions go by what they say.
        .filter((path) => !/\/id$/.test(path));
      expect(unseen).toEqual([]);
    });
});
