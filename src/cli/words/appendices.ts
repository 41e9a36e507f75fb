import type { Said } from '../locale.ts';

export const words = {
  description: {
    en: 'Makes the booklet of a regulation: its appendices as they are filed, with tables, diagrams, legend and questionnaire.',
    ru: 'Создаёт книгу приложений регламента, как они подаются: таблицы, схемы, условные обозначения, анкета.',
    kk: 'Регламент қосымшаларының кітапшасын жасайды: кестелер, сызбалар, шартты белгілер, сауалнама.',
  },
  regulation: {
    en: 'address (act/service) or act; none means everything',
    ru: 'адрес (акт/услуга) или акт; без него — всё',
    kk: 'мекенжай (акт/қызмет) не акт; көрсетілмесе — барлығы',
  },
  out: { en: 'folder for the booklets', ru: 'папка для книг', kk: 'кітапшалар бумасы' },
  format: {
    en: 'what to make, separated by commas: pdf, docx',
    ru: 'что создать, через запятую: pdf, docx',
    kk: 'не жасау керек, үтірмен: pdf, docx',
  },
  asFiled: {
    en: "with the act's own cells and drawings, the drafters' mistakes included",
    ru: 'с ячейками и рисунками самого акта, вместе с ошибками составителей',
    kk: 'актінің өз ұяшықтары мен суреттерімен, құрастырушылардың қателерімен қоса',
  },
  done: {
    en: '{booklets} booklets, {pages} pages of PDF, {written} files written',
    ru: 'книг {booklets}, страниц PDF {pages}, записано файлов {written}',
    kk: 'кітапша {booklets}, PDF беті {pages}, жазылған файл {written}',
  },
} satisfies Record<string, Said>;
