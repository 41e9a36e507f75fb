import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { handMade, handMadeAct } from '../helpers/agreement.ts';
import { isMadeOf, repairsNotSaid, wordsNotHeld, wordsOfActNotHeld } from '../helpers/words.ts';

const root = 'regulations';
const acts = readdirSync(root).filter((name) => existsSync(join(root, name, 'act.yaml')));

describe.each(acts)('%s', (act) => {
  const lines = readFileSync(join(root, act, 'source.txt'), 'utf8').split('\n');
  const regulations = handMade(join(root, act));
  it('every word of the text outside the regulations stands in the data of the act', () =>
    expect(wordsOfActNotHeld(handMadeAct(join(root, act)), regulations, lines)).toEqual([]));
  for (const regulation of regulations) {
    it(`regulation ${regulation.number}: every word of the text stands in the data that name its lines`, () =>
      expect(wordsNotHeld(regulation, lines)).toEqual([]));
    it(`regulation ${regulation.number}: a repair changes no letter that its mark does not quote`, () =>
      expect(repairsNotSaid(regulation, lines)).toEqual([]));
  }
});

describe('the comparison can fail', () => {
  it('takes a text torn by a page break, and no foreign letter', () => {
    const among = ['мониқұрутуралыхабар', 'ламаныжіберу'];
    expect(isMadeOf('құрутуралыхабарламаны', among)).toBe(true);
    expect(isMadeOf('кұрутуралыхабарламаны', among)).toBe(false);
  });
});
