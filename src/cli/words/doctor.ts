import type { Said } from '../locale.ts';

export const words = {
  description: {
    en: 'Says what works on this machine, what is missing and what to do about it.',
    ru: 'Сообщает, что на этой машине работает, чего не хватает и что с этим делать.',
    kk: 'Осы машинада не жұмыс істейтінін, не жетіспейтінін және не істеу керектігін хабарлайды.',
  },
  out: { en: 'folder that products go into', ru: 'папка, куда пойдут изделия', kk: 'өнімдер жазылатын бума' },
  works: { en: 'works', ru: 'есть', kk: 'бар' },
  fails: { en: 'MISSING', ru: 'НЕТ', kk: 'ЖОҚ' },
} satisfies Record<string, Said>;

/** What is examined, and what to do where it does not work and no finding says it better. */
export const parts: Readonly<
  Record<'node' | 'data' | 'fonts' | 'browser' | 'output', { readonly name: Said; readonly hint: Said }>
> = {
  node: {
    name: { en: 'Node.js', ru: 'Node.js', kk: 'Node.js' },
    hint: {
      en: 'install Node.js 20.19 or newer',
      ru: 'установите Node.js 20.19 или новее',
      kk: 'Node.js 20.19 немесе жаңарағын орнатыңыз',
    },
  },
  data: {
    name: { en: 'acts / regulations', ru: 'актов / регламентов', kk: 'акт / регламент' },
    hint: {
      en: 'give --root a folder that has regulations/',
      ru: 'укажите в --root папку, где есть regulations/',
      kk: '--root үшін regulations/ бар буманы көрсетіңіз',
    },
  },
  fonts: {
    name: { en: 'fonts', ru: 'шрифты', kk: 'қаріптер' },
    hint: {
      en: 'the package is incomplete: install it again (npm ci)',
      ru: 'пакет неполон: установите его заново (npm ci)',
      kk: 'пакет толық емес: қайта орнатыңыз (npm ci)',
    },
  },
  browser: {
    name: {
      en: 'browser for pictures of diagrams',
      ru: 'браузер для рисунков диаграмм',
      kk: 'диаграмма суреттеріне арналған браузер',
    },
    hint: {
      en: 'install Chrome or Chromium, or set PUPPETEER_EXECUTABLE_PATH',
      ru: 'установите Chrome или Chromium либо задайте PUPPETEER_EXECUTABLE_PATH',
      kk: 'Chrome немесе Chromium орнатыңыз не PUPPETEER_EXECUTABLE_PATH көрсетіңіз',
    },
  },
  output: {
    name: { en: 'folder for products', ru: 'папка изделий', kk: 'өнімдер бумасы' },
    hint: {
      en: 'name a writable folder with --out',
      ru: 'укажите доступную для записи папку в --out',
      kk: '--out арқылы жазуға болатын буманы көрсетіңіз',
    },
  },
};
