import { describe, expect, it } from 'vitest';
import { dictionaryOf } from '../../../src/import/dictionary.ts';
import { unmixLetters } from '../../../src/import/letters.ts';
import { returnLinks } from '../../../src/import/links.ts';
import { closeSpacing } from '../../../src/import/spacing.ts';

const dictionary = dictionaryOf([
  'документы хранятся в течение одного месяца в ЦОН, ИС ГБД ЕЛ',
  'документы хранятся в ГБД, срок месяца; хабарламаны құру және жаңа АЖ-да тексеру',
  'және жаңа АЖ-да тексеру хабарламаны құру',
]);

describe('letter-spaced words', () => {
  it('are closed by the words of the same text', () => {
    expect(closeSpacing('в течение одного м е с я ц а х р а н я т с я в Ц О Н .', dictionary)).toBe(
      'в течение одного месяца хранятся в ЦОН .',
    );
    expect(closeSpacing('в ИС Г Б Д Е Л', dictionary)).toBe('в ИС ГБД ЕЛ');
    expect(closeSpacing('х а б а р л а м а н ы к ұ р у', dictionaryOf(['хабарламаны құру', 'к ұ']))).toContain(
      'хабарламаны',
    );
  });
  it('are closed across a hyphen and where only half of a word is spaced', () => {
    expect(closeSpacing('А Ж - д а т е к с е р у', dictionary)).toBe('АЖ-да тексеру');
    expect(closeSpacing('т е к с е р у ж әне ж аң а', dictionary)).toBe('тексеру және жаңа');
  });
  it('of headings are known though no line has them whole, and a number is no letter of them', () => {
    expect(closeSpacing('П р и л о ж е н и е 2', dictionaryOf([]))).toBe('Приложение 2');
    expect(closeSpacing('1 . У т в е р д и т ь', dictionaryOf([]))).toBe('1 . Утвердить');
  });
  it('keep the borders that wider spaces show', () => {
    expect(closeSpacing('ж а л п ы   е р е ж е', dictionary)).toBe('жалпы ереже');
  });
  it('leave ordinary words of one letter and lists of numbers alone', () => {
    for (const text of ['в приложениях 2 и 3 к приказу', 'приложения 1 2 3 4 5', 'о и в к с у', 'А. Б. Иванов'])
      expect(closeSpacing(text, dictionary)).toBe(text);
  });
});

describe('look-alike letters', () => {
  it('become Cyrillic inside Cyrillic words only', () => {
    expect(unmixLetters('пpoцедурa 1 – www.egov.kz (PDF)')).toBe('процедура 1 – www.egov.kz (PDF)');
    expect(unmixLetters('тiркеу')).toBe('тіркеу');
    expect(unmixLetters('в течение c момента')).toBe('в течение с момента');
  });
});

describe('displaced words of links', () => {
  it('go back into the hole they left', () => {
    expect(returnLinks('      в соответствии с  Стандарта:пунктом 9')).toBe(
      '      в соответствии с пунктом 9 Стандарта:',
    );
    expect(returnLinks('       изложить в следующей редакции:пункт 1')).toBe(
      '      пункт 1 изложить в следующей редакции:',
    );
    expect(returnLinks('      , , ,  к приказу изложить в приложения 1 2 3 4')).toBe(
      '      приложения 1, 2, 3, 4 к приказу изложить в',
    );
  });
  it('stay where there is no hole', () => {
    const line = '      согласно приложению 1 к настоящему приказу';
    expect(returnLinks(line)).toBe(line);
  });
});
