import type { Said } from '../locale.ts';

export const words = {
  description: {
    en: 'Writes a commented skeleton of a regulation, and of its act where that is new. Nothing that is there is overwritten.',
    ru: 'Пишет заготовку регламента с пояснениями, и заготовку акта, если он новый. Ничего не перезаписывает.',
    kk: 'Түсініктемелері бар регламент дайындамасын, ал акт жаңа болса, оның да дайындамасын жазады. Ештеңені қайта жазбайды.',
  },
  address: {
    en: 'the folder of the act and the name of the service: mf-12-2026/archive-reference',
    ru: 'папка акта и имя услуги: mf-12-2026/archive-reference',
    kk: 'акт бумасы және қызмет аты: mf-12-2026/archive-reference',
  },
  root: {
    en: 'folder that holds or gets regulations/ (default: this folder)',
    ru: 'папка, где есть или появится regulations/ (по умолчанию текущая)',
    kk: 'regulations/ бар немесе пайда болатын бума (әдепкіде ағымдағы)',
  },
  lang: {
    en: 'language of the regulation: ru or kk (default: that of the act, else ru)',
    ru: 'язык регламента: ru или kk (по умолчанию язык акта, иначе ru)',
    kk: 'регламент тілі: ru немесе kk (әдепкіде акт тілі, әйтпесе ru)',
  },
  title: {
    en: 'title of the service, without quotes around it',
    ru: 'название услуги без кавычек',
    kk: 'қызметтің атауы, тырнақшасыз',
  },
  written: { en: 'written: {file}', ru: 'записано: {file}', kk: 'жазылды: {file}' },
  next: {
    en: 'Replace what stands in ‹angle quotes›. What is left, says: reglament check {address}',
    ru: 'Замените то, что стоит в ‹угловых скобках›. Что ещё осталось, скажет: reglament check {address}',
    kk: '‹Бұрыштық жақшадағыны› ауыстырыңыз. Тағы не қалғанын мынау айтады: reglament check {address}',
  },
} satisfies Record<string, Said>;
