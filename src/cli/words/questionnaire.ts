import type { Said } from '../locale.ts';

export const words = {
  description: {
    en: 'Prints the blank questionnaire of regulations as PDF, with the code and the corner marks by which a scan is read.',
    ru: 'Печатает пустую анкету регламентов в PDF, с кодом и угловыми метками, по которым читается скан.',
    kk: 'Регламенттердің бос сауалнамасын PDF түрінде басып шығарады; скан оқылатын коды мен бұрыш белгілері бар.',
  },
  regulation: {
    en: 'regulations as act/service, or whole acts; all that have a questionnaire if none is named',
    ru: 'регламенты (акт/услуга) или акты целиком; без них — все, у которых есть анкета',
    kk: 'регламенттер (акт/қызмет) немесе тұтас актілер; көрсетілмесе — сауалнамасы барлардың бәрі',
  },
  lang: {
    en: 'languages on the form, in this order',
    ru: 'языки анкеты, по порядку',
    kk: 'сауалнама тілдері, реті бойынша',
  },
  fillable: {
    en: 'a form to fill in on screen, with a comment',
    ru: 'форма для заполнения на экране, с комментарием',
    kk: 'экранда толтырылатын нысан, пікір өрісімен',
  },
  out: { en: 'the folder to write to', ru: 'куда записать', kk: 'жазылатын бума' },
  count: { en: 'how many forms', ru: 'сколько анкет', kk: 'сауалнама саны' },
  first: {
    en: 'the first serial number; 0 (the default for a single form) prints none, for free copying',
    ru: 'первый номер; 0 (так для одной анкеты) — без номера, для копирования',
    kk: 'бірінші нөмір; 0 (бір сауалнамаға әдепкі) — нөмірсіз, көшіруге арналған',
  },
  perPage: { en: 'forms to a page', ru: 'анкет на странице', kk: 'бір беттегі сауалнама саны' },
  done: {
    en: 'files {files}, forms {forms}, in {out}',
    ru: 'файлов {files}, анкет {forms}, в {out}',
    kk: 'файл {files}, сауалнама {forms}, {out} ішінде',
  },
} satisfies Record<string, Said>;
