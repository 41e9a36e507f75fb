import { entries } from './entry.ts';

export const cli = entries({
  'new-name-wrong': {
    severity: 'error',
    en: {
      message: '«{name}» is no address of a regulation',
      hint: 'give the folder of the act and the name of the service in small Latin letters, digits and hyphens: mf-12-2026/archive-reference',
    },
    ru: {
      message: '«{name}» не адрес регламента',
      hint: 'укажите папку акта и имя услуги строчными латинскими буквами, цифрами и дефисами: mf-12-2026/archive-reference',
    },
    kk: {
      message: '«{name}» регламент мекенжайы емес',
      hint: 'акт бумасын және қызмет атын кіші латын әріптерімен, цифрлармен және дефиспен көрсетіңіз: mf-12-2026/archive-reference',
    },
  },
  'new-exists': {
    severity: 'error',
    en: { message: '{file} is there already and stays as it is', hint: 'give the service another name' },
    ru: { message: '{file} уже есть и остаётся как есть', hint: 'дайте услуге другое имя' },
    kk: { message: '{file} бұрыннан бар және сол күйінде қалады', hint: 'қызметке басқа ат беріңіз' },
  },
  'new-unlisted': {
    severity: 'info',
    en: {
      message: 'the act does not list the service yet',
      hint: 'add to `services` of this file: {line}',
    },
    ru: { message: 'акт ещё не называет эту услугу', hint: 'добавьте в `services` этого файла: {line}' },
    kk: { message: 'акт бұл қызметті әлі атамайды', hint: 'осы файлдың `services` тізіміне қосыңыз: {line}' },
  },
  'root-missing': {
    severity: 'error',
    en: { message: '{root} holds no folder «regulations»', hint: 'give --root a folder that has one' },
    ru: { message: 'в {root} нет папки «regulations»', hint: 'укажите в --root папку, где она есть' },
    kk: { message: '{root} ішінде «regulations» бумасы жоқ', hint: '--root үшін сол бума бар жерді көрсетіңіз' },
  },
  'option-alone': {
    severity: 'error',
    en: { message: '{option} is used together with {other}' },
    ru: { message: '{option} употребляется вместе с {other}' },
    kk: { message: '{option} кілті {other} кілтімен бірге қолданылады' },
  },
});
