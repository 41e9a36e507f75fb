import type { Said } from '../locale.ts';

export const words = {
  description: {
    en: 'Writes the clauses that tell the process («procedure 1 – …; condition 1 – …») as they follow from it, to paste into the act, and how the act’s own clauses differ, item by item.',
    ru: 'Пишет пункты о порядке действий («процедура 1 – …; условие 1 – …»), как они следуют из процесса, для вставки в акт, и чем от них отличаются пункты самого акта, по шагам.',
    kk: 'Іс-қимыл тәртібі туралы тармақтарды («1-рәсім – …; 1-шарт – …») процестен шығарып, актіге қою үшін жазады және актінің өз тармақтары олардан несімен өзгеше екенін қадамдап айтады.',
  },
  regulation: {
    en: 'address (act/service) or act; none means everything',
    ru: 'адрес (акт/услуга) или акт; без него — всё',
    kk: 'мекенжай (акт/қызмет) не акт; көрсетілмесе — барлығы',
  },
  out: {
    en: 'folder for the texts; - prints them here',
    ru: 'папка для текстов; - выводит их на экран',
    kk: 'мәтіндер бумасы; - экранға шығарады',
  },
  format: {
    en: 'what to make, separated by commas: txt, docx',
    ru: 'что создать, через запятую: txt, docx',
    kk: 'не жасау керек, үтірмен: txt, docx',
  },
  lang: {
    en: 'languages, separated by commas: ru, kk (default: the regulation’s own); nothing is translated, what the data lack is marked',
    ru: 'языки, через запятую: ru, kk (по умолчанию — язык регламента); ничего не переводится: чего нет в данных, то отмечено',
    kk: 'тілдер, үтірмен: ru, kk (әдепкіде — регламент тілі); ештеңе аударылмайды: деректерде жоғы белгіленеді',
  },
  done: {
    en: '{clauses} clauses, {differences} differences from the act, {written} files written to {out}',
    ru: 'пунктов {clauses}, отличий от акта {differences}, записано файлов {written}, папка {out}',
    kk: 'тармақ {clauses}, актіден айырмашылық {differences}, жазылған файл {written}, бума {out}',
  },
} satisfies Record<string, Said>;
