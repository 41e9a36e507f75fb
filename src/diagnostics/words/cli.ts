import { entries } from './entry.ts';

export const cli = entries({
  'root-missing': {
    severity: 'error',
    en: { message: '{root} holds no folder «regulations»', hint: 'give --root a folder that has one' },
    ru: { message: 'в {root} нет папки «regulations»', hint: 'укажите в --root папку, где она есть' },
    kk: { message: '{root} ішінде «regulations» бумасы жоқ', hint: '--root үшін сол бума бар жерді көрсетіңіз' },
  },
});
