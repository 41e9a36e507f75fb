import { noBreak, type Language } from './language.ts';
import { russianForm, type RussianForms } from './plural.ts';

/**
 * 1 250 000,5: groups of three kept together, decimal comma. Four figures stand unbroken in a sentence and are grouped in a column,
 * where they stand below longer numbers. Equal in kk and ru.
 */
export function formatNumber(value: number, decimals?: number, shortestGrouped = 5): string {
  const [whole = '0', fraction] = (
    decimals === undefined ? String(Math.abs(value)) : Math.abs(value).toFixed(decimals)
  ).split('.');
  const grouped = whole.length >= shortestGrouped ? whole.replace(/\B(?=(\d{3})+$)/g, noBreak) : whole;
  return `${value < 0 ? '−' : ''}${grouped}${fraction ? `,${fraction}` : ''}`;
}

const ru = {
  ones: [
    '',
    'один',
    'два',
    'три',
    'четыре',
    'пять',
    'шесть',
    'семь',
    'восемь',
    'девять',
    'десять',
    'одиннадцать',
    'двенадцать',
    'тринадцать',
    'четырнадцать',
    'пятнадцать',
    'шестнадцать',
    'семнадцать',
    'восемнадцать',
    'девятнадцать',
  ],
  tens: ['', '', 'двадцать', 'тридцать', 'сорок', 'пятьдесят', 'шестьдесят', 'семьдесят', 'восемьдесят', 'девяносто'],
  hundreds: ['', 'сто', 'двести', 'триста', 'четыреста', 'пятьсот', 'шестьсот', 'семьсот', 'восемьсот', 'девятьсот'],
  scales: [
    undefined,
    ['тысяча', 'тысячи', 'тысяч'],
    ['миллион', 'миллиона', 'миллионов'],
    ['миллиард', 'миллиарда', 'миллиардов'],
  ] as readonly (RussianForms | undefined)[],
};

const kk = {
  ones: ['', 'бір', 'екі', 'үш', 'төрт', 'бес', 'алты', 'жеті', 'сегіз', 'тоғыз'],
  tens: ['', 'он', 'жиырма', 'отыз', 'қырық', 'елу', 'алпыс', 'жетпіс', 'сексен', 'тоқсан'],
  scales: ['', 'мың', 'миллион', 'миллиард'],
};

function russianGroup(group: number, feminine: boolean): string[] {
  const rest = group % 100;
  const small = rest < 20 ? [ru.ones[rest]] : [ru.tens[Math.floor(rest / 10)], ru.ones[rest % 10]];
  const gendered = small.map((word) => (!feminine ? word : word === 'один' ? 'одна' : word === 'два' ? 'две' : word));
  return [ru.hundreds[Math.floor(group / 100)], ...gendered].filter((word): word is string => Boolean(word));
}

function kazakhGroup(group: number, scale: number): string[] {
  const hundreds = Math.floor(group / 100);
  const words = [
    hundreds === 0 ? '' : hundreds === 1 ? 'жүз' : `${kk.ones[hundreds] ?? ''} жүз`,
    kk.tens[Math.floor((group % 100) / 10)],
    // «мың», not «бір мың»; but «бір миллион».
    group === 1 && scale === 1 ? '' : kk.ones[group % 10],
  ];
  return words.filter((word): word is string => Boolean(word));
}

/** A whole number up to 999 999 999 999 in words, nominative, masculine: «пятнадцать», «он бес». */
export function numberInWords(value: number, lang: Language): string {
  if (!Number.isInteger(value) || value < 0 || value >= 1e12) return formatNumber(value);
  if (value === 0) return lang === 'ru' ? 'ноль' : 'нөл';
  const words: string[] = [];
  for (let scale = 3; scale >= 0; scale -= 1) {
    const group = Math.floor(value / 1000 ** scale) % 1000;
    if (group === 0) continue;
    const forms = ru.scales[scale];
    const scaleWord = lang === 'kk' ? kk.scales[scale] : forms && russianForm(group, forms);
    words.push(...(lang === 'ru' ? russianGroup(group, scale === 1) : kazakhGroup(group, scale)), scaleWord ?? '');
  }
  return words.filter(Boolean).join(' ');
}

const currencies: Readonly<Record<string, { readonly ru: RussianForms; readonly kk: string }>> = {
  KZT: { ru: ['тенге', 'тенге', 'тенге'], kk: 'теңге' },
  RUB: { ru: ['российский рубль', 'российских рубля', 'российских рублей'], kk: 'Ресей рублі' },
  USD: { ru: ['доллар США', 'доллара США', 'долларов США'], kk: 'АҚШ доллары' },
  EUR: { ru: ['евро', 'евро', 'евро'], kk: 'еуро' },
  CNY: { ru: ['китайский юань', 'китайских юаня', 'китайских юаней'], kk: 'Қытай юані' },
  UZS: { ru: ['узбекский сум', 'узбекских сума', 'узбекских сумов'], kk: 'өзбек сумы' },
  KGS: { ru: ['кыргызский сом', 'кыргызских сома', 'кыргызских сомов'], kk: 'қырғыз сомы' },
};

/** 1 250 000,50 тенге; a currency without a name of its own keeps its code (ISO 4217). */
export function formatMoney(amount: number, currency: string, lang: Language): string {
  const number = formatNumber(amount, Number.isInteger(amount) ? 0 : 2);
  const names = currencies[currency];
  if (!names) return `${number}${noBreak}${currency}`;
  return `${number}${noBreak}${lang === 'kk' ? names.kk : russianForm(amount, names.ru)}`;
}
