import { entries } from './entry.ts';

export const model = entries({
  'field-missing': {
    severity: 'error',
    en: { message: 'the field «{field}» is missing', hint: 'add it; expected: {expected}' },
    ru: { message: 'нет поля «{field}»', hint: 'добавьте его; ожидается: {expected}' },
    kk: { message: '«{field}» өрісі жоқ', hint: 'оны қосыңыз; күтілетіні: {expected}' },
  },
  'field-unknown': {
    severity: 'error',
    en: { message: 'the field «{field}» is not known here', hint: 'did you mean {near}?' },
    ru: { message: 'поле «{field}» здесь неизвестно', hint: 'может быть, {near}?' },
    kk: { message: '«{field}» өрісі мұнда белгісіз', hint: 'мүмкін, {near}?' },
  },
  'value-wrong': {
    severity: 'error',
    en: { message: '«{field}» is {found}', hint: 'expected: {expected}' },
    ru: { message: '«{field}»: {found}', hint: 'ожидается: {expected}' },
    kk: { message: '«{field}»: {found}', hint: 'күтілетіні: {expected}' },
  },
  'character-unseen': {
    severity: 'error',
    en: {
      message: '«{field}» holds {codePoint}, a character that nobody sees on paper: {found}',
      hint: 'delete it; such characters come along when text is copied from a web page or a messenger',
    },
    ru: {
      message: 'в «{field}» стоит {codePoint} — знак, которого на бумаге не видно: {found}',
      hint: 'удалите его; такие знаки попадают в текст при копировании с веб-страницы или из мессенджера',
    },
    kk: {
      message: '«{field}» ішінде {codePoint} тұр — ол қағазда көрінбейтін таңба: {found}',
      hint: 'оны жойыңыз; мұндай таңбалар мәтінді веб-беттен не мессенджерден көшіргенде қосылып кетеді',
    },
  },
  'reference-unknown': {
    severity: 'error',
    en: { message: '{what} «{name}» is not declared', hint: 'did you mean {near}?' },
    ru: { message: '{what} «{name}» не объявлено', hint: 'может быть, {near}?' },
    kk: { message: '{what} «{name}» жарияланбаған', hint: 'мүмкін, {near}?' },
  },
  'reference-doubled': {
    severity: 'error',
    en: { message: '{what} «{name}» is declared twice', hint: 'give each its own name' },
    ru: { message: '{what} «{name}» объявлено дважды', hint: 'дайте каждому своё имя' },
    kk: { message: '{what} «{name}» екі рет жарияланған', hint: 'әрқайсысына өз атын беріңіз' },
  },
  'regulation-unknown': {
    severity: 'error',
    en: { message: 'there is no regulation or act «{name}»', hint: 'did you mean {near}?' },
    ru: { message: 'нет регламента или акта «{name}»', hint: 'может быть, {near}?' },
    kk: { message: '«{name}» регламенті немесе актісі жоқ', hint: 'мүмкін, {near}?' },
  },
});
