import type { Said } from '../locale.ts';

export const words = {
  description: {
    en: 'Regenerates the diagrams of regulations: block-schemes, functional interaction, legends.',
    ru: 'Создаёт заново диаграммы регламентов: блок-схемы, функциональное взаимодействие, условные обозначения.',
    kk: 'Регламенттердің диаграммаларын қайта жасайды: блок-схемалар, функционалдық өзара іс-қимыл, шартты белгілер.',
  },
  regulation: {
    en: 'address (act/service) or act; none means everything',
    ru: 'адрес (акт/услуга) или акт; без него — всё',
    kk: 'мекенжай (акт/қызмет) не акт; көрсетілмесе — барлығы',
  },
  out: { en: 'folder for pictures', ru: 'папка для рисунков', kk: 'суреттер бумасы' },
  format: {
    en: 'what to make, separated by commas: mmd, svg, png, pdf, bpmn; mmd and bpmn need no browser',
    ru: 'что создать, через запятую: mmd, svg, png, pdf, bpmn; для mmd и bpmn браузер не нужен',
    kk: 'не жасау керек, үтірмен: mmd, svg, png, pdf, bpmn; mmd мен bpmn үшін браузер керек емес',
  },
  check: {
    en: 'write nothing; fail when diagrams/ differs from what would be written',
    ru: 'ничего не записывать; ошибка, если diagrams/ отличается от того, что было бы записано',
    kk: 'ештеңе жазбау; diagrams/ жазылатыннан өзгеше болса — қате',
  },
  optimise: {
    en: 'try the ways to lay out each diagram in the browser and keep the best in layout.yaml',
    ru: 'перепробовать в браузере расположения каждой диаграммы и записать лучшее в layout.yaml',
    kk: 'әр диаграмманың орналасуларын браузерде сынап, ең жақсысын layout.yaml ішіне жазу',
  },
  allViews: {
    en: 'also the views that the act does not name, marked as such',
    ru: 'также виды, которых акт не называет, с пометкой об этом',
    kk: 'акт атамайтын түрлерді де, ол туралы белгімен',
  },
  asFiled: {
    en: 'also each telling of the act that differs from the process, with its mistakes',
    ru: 'также каждое изложение акта, которое отличается от процесса, с его ошибками',
    kk: 'актінің процестен өзгеше әр баяндауын да, қателерімен',
  },
  watch: {
    en: 'regenerate whenever a regulation, a layout or the words change',
    ru: 'создавать заново при каждом изменении регламента, расположения или слов',
    kk: 'регламент, орналасу не сөздер өзгерген сайын қайта жасау',
  },
  watching: {
    en: 'watching {root}; Ctrl+C ends',
    ru: 'слежу за {root}; Ctrl+C — конец',
    kk: '{root} бақылануда; тоқтату — Ctrl+C',
  },
  done: {
    en: '{diagrams} diagrams, {written} files written',
    ru: 'диаграмм {diagrams}, записано файлов {written}',
    kk: 'диаграмма {diagrams}, жазылған файл {written}',
  },
} satisfies Record<string, Said>;
