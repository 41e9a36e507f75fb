import { entries } from './entry.ts';

/** Findings about how long things take. */
export const checkTerms = entries({
  'day-kind-unstated': {
    severity: 'warning',
    en: {
      message: '{place}: «{raw}» does not say whether working or calendar days are meant',
      hint: 'add «working» or «calendar»',
    },
    ru: {
      message: '{place}: «{raw}» не говорит, рабочие это дни или календарные',
      hint: 'допишите «рабочих» или «календарных»',
    },
    kk: {
      message: '{place}: «{raw}» жұмыс күндері ме, күнтізбелік күндер ме екенін айтпайды',
      hint: '«жұмыс» немесе «күнтізбелік» деп қосыңыз',
    },
  },
  'term-part-exceeds-whole': {
    severity: 'warning',
    en: {
      message: 'the term of step {step} ({part}) is longer than that of {whole}, which is said to contain it',
      hint: 'correct one of the terms',
    },
    ru: {
      message: 'срок шага {step} ({part}) длиннее срока «{whole}», в который он входит',
      hint: 'исправьте один из сроков',
    },
    kk: {
      message: '{step} қадамының мерзімі ({part}) оны қамтитын «{whole}» мерзімінен ұзақ',
      hint: 'мерзімдердің бірін түзетіңіз',
    },
  },
  'term-included-unsaid': {
    severity: 'warning',
    en: {
      message: 'the term of step {step} ({raw}) is said to be part of another step’s term in {other}, but not here',
      hint: 'say it here as well, or the term is counted twice',
    },
    ru: {
      message: 'срок шага {step} ({raw}) в {other} входит в срок другого шага, а здесь это не сказано',
      hint: 'укажите это и здесь, иначе срок сложится дважды',
    },
    kk: {
      message:
        '{step} қадамының мерзімі ({raw}) {other} ішінде басқа қадамның мерзіміне кіреді, ал мұнда ол айтылмаған',
      hint: 'мұнда да көрсетіңіз, әйтпесе мерзім екі рет қосылады',
    },
  },
  'number-words-differ': {
    severity: 'warning',
    en: { message: '{place}: the number {number} is written out as «{words}»', hint: 'one of the two is wrong' },
    ru: { message: '{place}: число {number} прописью названо «{words}»', hint: 'одно из двух неверно' },
    kk: { message: '{place}: {number} саны жазбаша «{words}» деп берілген', hint: 'екеуінің бірі қате' },
  },
  'term-differs': {
    severity: 'warning',
    en: {
      message: 'step {step}: {place} gives the term «{told}», elsewhere it is «{read}»',
      hint: 'bring the tellings into agreement',
    },
    ru: {
      message: 'шаг {step}: {place} называет срок «{told}», а в другом месте «{read}»',
      hint: 'согласуйте рассказы',
    },
    kk: {
      message: '{step} қадамы: {place} «{told}» мерзімін атайды, ал басқа жерде «{read}»',
      hint: 'баяндауларды сәйкестендіріңіз',
    },
  },
  'action-terms-differ': {
    severity: 'info',
    en: {
      message: 'the same action has different terms: {step} «{term}», {other} «{otherTerm}»',
      hint: 'check whether the difference is meant',
    },
    ru: {
      message: 'одно и то же действие имеет разные сроки: {step} «{term}», {other} «{otherTerm}»',
      hint: 'проверьте, так ли задумано',
    },
    kk: {
      message: 'бір әрекеттің мерзімдері әртүрлі: {step} «{term}», {other} «{otherTerm}»',
      hint: 'айырмашылық әдейі ме, тексеріңіз',
    },
  },
  'days-mixed': {
    severity: 'warning',
    en: {
      message:
        '{flow} counts both in working days («{working}») and in calendar days («{calendar}»); the two cannot be added',
      hint: 'use one kind of day within one process',
    },
    ru: {
      message: '{flow}: сроки и в рабочих днях («{working}»), и в календарных («{calendar}»); их нельзя сложить',
      hint: 'в одном процессе считайте дни одинаково',
    },
    kk: {
      message:
        '{flow}: мерзімдер жұмыс күндерімен де («{working}»), күнтізбелік күндермен де («{calendar}») есептелген; оларды қосуға болмайды',
      hint: 'бір процесте күндерді бірдей санаңыз',
    },
  },
  'duration-promised': {
    severity: 'info',
    en: {
      message: 'clause {clause} promises the duration of each step and gives none in its own words',
      hint: 'write the terms into the clause, or refer to the table that has them',
    },
    ru: {
      message: 'пункт {clause} обещает длительность каждой процедуры, но сам ни одной не называет',
      hint: 'впишите сроки в пункт или сошлитесь на таблицу, где они есть',
    },
    kk: {
      message: '{clause}-тармақ әр рәсімнің ұзақтығын уәде етеді, бірақ өзі бірде-біреуін атамайды',
      hint: 'мерзімдерді тармаққа жазыңыз немесе олар бар кестеге сілтеңіз',
    },
  },
  'term-missing': {
    severity: 'warning',
    en: {
      message: 'step {step} of {flow} has no term in any telling, though clause {clause} promises one',
      hint: 'give the term',
    },
    ru: { message: 'у шага {step} ({flow}) срока нет нигде, хотя пункт {clause} его обещает', hint: 'укажите срок' },
    kk: {
      message: '{step} қадамының ({flow}) мерзімі еш жерде жоқ, ал {clause}-тармақ оны уәде етеді',
      hint: 'мерзімін көрсетіңіз',
    },
  },
  'phrase-doubled': {
    severity: 'warning',
    en: { message: '{place}: «{phrase}» says the same twice', hint: 'remove the double' },
    ru: { message: '{place}: «{phrase}» говорит одно и то же дважды', hint: 'уберите повтор' },
    kk: { message: '{place}: «{phrase}» бір нәрсені екі рет айтады', hint: 'қайталануын алып тастаңыз' },
  },
});
