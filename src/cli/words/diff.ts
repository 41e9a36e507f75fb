import type { Said } from '../locale.ts';

export const words = {
  description: {
    en: 'Says what changed between two regulations, acts, folders or revisions of git: steps, terms, actors, branches, results, titles. Steps are recognised by their words, never by their numbers.',
    ru: 'Сообщает, что изменилось между двумя регламентами, актами, папками или ревизиями git: шаги, сроки, исполнители, ветви, результаты, названия. Шаги узнаются по словам, а не по номерам.',
    kk: 'Екі регламенттің, актінің, буманың немесе git ревизиясының арасында не өзгергенін айтады: қадамдар, мерзімдер, орындаушылар, тармақтар, нәтижелер, атаулар. Қадамдар нөмірлері бойынша емес, сөздері бойынша танылады.',
  },
  old: {
    en: 'what was: ACT/SERVICE, ACT, a file or a folder; or any of these in a revision of git: HEAD~3:ACT/SERVICE',
    ru: 'что было: АКТ/УСЛУГА, АКТ, файл или папка; или то же в ревизии git: HEAD~3:АКТ/УСЛУГА',
    kk: 'не болған: АКТ/ҚЫЗМЕТ, АКТ, файл немесе бума; немесе git ревизиясындағы солар: HEAD~3:АКТ/ҚЫЗМЕТ',
  },
  now: {
    en: 'what is, in the same way (default: the same, as it stands on the disk); HEAD: alone means the same in that revision',
    ru: 'что стало, так же (по умолчанию — то же самое, как оно лежит на диске); HEAD: без продолжения — то же в этой ревизии',
    kk: 'не болды, солай (әдепкіде — дискідегі сол нәрсе); HEAD: жалғыз өзі — сол ревизиядағы сол нәрсе',
  },
  format: {
    en: 'separated by commas: text or json (on the terminal); svg, png, pdf (a drawing of each process that changed, in --out)',
    ru: 'через запятую: text или json (на экран); svg, png, pdf (рисунок каждого изменившегося процесса, в --out)',
    kk: 'үтірмен: text немесе json (экранға); svg, png, pdf (өзгерген әр процестің суреті, --out ішіне)',
  },
  out: { en: 'folder for the drawings', ru: 'папка для рисунков', kk: 'суреттер бумасы' },
  exitCode: {
    en: 'end with code 1 where anything differs (without it, with 0)',
    ru: 'завершаться с кодом 1, если есть различия (без него — с 0)',
    kk: 'айырмашылық болса, 1 кодымен аяқтау (онсыз — 0)',
  },
  drawn: {
    en: '{written} drawings in {out}',
    ru: 'рисунков {written}, папка {out}',
    kk: 'сурет {written}, бума {out}',
  },
  noPictures: {
    en: 'no process changed: nothing to draw',
    ru: 'процессы не изменились: рисовать нечего',
    kk: 'процестер өзгерген жоқ: салатын ештеңе жоқ',
  },
} satisfies Record<string, Said>;
