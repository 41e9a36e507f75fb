import { entries } from './entry.ts';

export const document = entries({
  'calendar-year-missing': {
    severity: 'error',
    en: {
      message: 'there is no calendar of working days for {year}',
      hint: 'add {file}: holidays and days off moved by the Government, with their source',
    },
    ru: {
      message: 'нет календаря рабочих дней за {year} год',
      hint: 'добавьте {file}: праздники и выходные, перенесённые Правительством, с источником',
    },
    kk: {
      message: '{year} жылғы жұмыс күндерінің күнтізбесі жоқ',
      hint: '{file} қосыңыз: мерекелер және Үкімет ауыстырған демалыс күндері, дереккөзімен',
    },
  },
  'calendar-unverified': {
    severity: 'warning',
    en: {
      message: 'the calendar of {year} holds days that were not checked against their source',
      hint: 'check the entries with «verified: false» in {file}',
    },
    ru: {
      message: 'в календаре за {year} год есть дни, не сверенные с источником',
      hint: 'сверьте записи с «verified: false» в {file}',
    },
    kk: {
      message: '{year} жылғы күнтізбеде дереккөзімен салыстырылмаған күндер бар',
      hint: '{file} ішіндегі «verified: false» жазбаларын салыстырыңыз',
    },
  },
  'element-unknown': {
    severity: 'error',
    en: { message: 'the markup has no element <{name}>', hint: 'did you mean {near}?' },
    ru: { message: 'в разметке нет элемента <{name}>', hint: 'может быть, {near}?' },
    kk: { message: 'белгілеуде <{name}> элементі жоқ', hint: 'мүмкін, {near}?' },
  },
  'element-misplaced': {
    severity: 'error',
    en: { message: '<{name}> may not stand inside <{parent}>', hint: 'docs/markup.md says what each element may hold' },
    ru: {
      message: '<{name}> не может стоять внутри <{parent}>',
      hint: 'docs/markup.md говорит, что может содержать каждый элемент',
    },
    kk: {
      message: '<{name}> элементі <{parent}> ішінде тұра алмайды',
      hint: 'әр элементтің құрамы docs/markup.md ішінде айтылған',
    },
  },
  'attribute-unknown': {
    severity: 'error',
    en: { message: '<{element}> has no attribute «{name}»', hint: 'did you mean {near}?' },
    ru: { message: 'у <{element}> нет атрибута «{name}»', hint: 'может быть, {near}?' },
    kk: { message: '<{element}> элементінде «{name}» атрибуты жоқ', hint: 'мүмкін, {near}?' },
  },
  'attribute-missing': {
    severity: 'error',
    en: { message: '<{element}> lacks its attribute «{name}»' },
    ru: { message: 'у <{element}> не указан атрибут «{name}»' },
    kk: { message: '<{element}> элементінде «{name}» атрибуты көрсетілмеген' },
  },
  'attribute-wrong': {
    severity: 'error',
    en: { message: 'the attribute «{name}» of <{element}> is «{value}»', hint: 'expected, for example: {expected}' },
    ru: { message: 'атрибут «{name}» элемента <{element}> равен «{value}»', hint: 'ожидается, например: {expected}' },
    kk: {
      message: '<{element}> элементінің «{name}» атрибуты «{value}»',
      hint: 'мысалы, мынадай болуы керек: {expected}',
    },
  },
  'text-misplaced': {
    severity: 'error',
    en: { message: '<{element}> may not hold text: «{text}»', hint: 'put the text into <p>' },
    ru: { message: '<{element}> не может содержать текст: «{text}»', hint: 'поместите текст в <p>' },
    kk: { message: '<{element}> ішінде мәтін болмайды: «{text}»', hint: 'мәтінді <p> ішіне салыңыз' },
  },
  'markup-broken': {
    severity: 'error',
    en: {
      message: 'the markup is broken: {reason}',
      hint: 'every element is closed in the order in which it was opened',
    },
    ru: { message: 'разметка нарушена: {reason}', hint: 'каждый элемент закрывается в том порядке, в каком открыт' },
    kk: { message: 'белгілеу бұзылған: {reason}', hint: 'әр элемент ашылған ретімен жабылады' },
  },
  'template-syntax': {
    severity: 'error',
    en: { message: 'the template is broken: {reason}', hint: 'every «#block» is closed by its «/block»' },
    ru: { message: 'шаблон нарушен: {reason}', hint: 'каждый блок «#…» закрывается своим «/…»' },
    kk: { message: 'үлгі бұзылған: {reason}', hint: 'әр «#…» блогы өзінің «/…» белгісімен жабылады' },
  },
  'template-construct': {
    severity: 'error',
    en: { message: 'templates do not allow {what}', hint: 'docs/templates.md says what a template may hold' },
    ru: { message: 'в шаблонах не допускается: {what}', hint: 'docs/templates.md говорит, что может содержать шаблон' },
    kk: { message: 'үлгілерде рұқсат етілмейді: {what}', hint: 'үлгінің құрамы docs/templates.md ішінде айтылған' },
  },
  'template-field-unknown': {
    severity: 'error',
    en: { message: 'a document of this kind has no field «{name}»', hint: 'did you mean {near}?' },
    ru: { message: 'у документа этого вида нет поля «{name}»', hint: 'может быть, {near}?' },
    kk: { message: 'бұл түрдегі құжатта «{name}» өрісі жоқ', hint: 'мүмкін, {near}?' },
  },
  'template-helper-unknown': {
    severity: 'error',
    en: { message: 'there is no helper «{name}»', hint: 'did you mean {near}?' },
    ru: { message: 'нет функции «{name}»', hint: 'может быть, {near}?' },
    kk: { message: '«{name}» функциясы жоқ', hint: 'мүмкін, {near}?' },
  },
  'template-text-unknown': {
    severity: 'error',
    en: { message: 'the template has no text «{name}»', hint: 'did you mean {near}?' },
    ru: { message: 'у шаблона нет текста «{name}»', hint: 'может быть, {near}?' },
    kk: { message: 'үлгіде «{name}» мәтіні жоқ', hint: 'мүмкін, {near}?' },
  },
  'template-partial-unknown': {
    severity: 'error',
    en: { message: 'there is no part «{name}»', hint: 'did you mean {near}?' },
    ru: { message: 'нет части «{name}»', hint: 'может быть, {near}?' },
    kk: { message: '«{name}» бөлігі жоқ', hint: 'мүмкін, {near}?' },
  },
  'template-missing': {
    severity: 'error',
    en: { message: 'there is no template for documents of the kind «{kind}»', hint: 'add {file}' },
    ru: { message: 'нет шаблона для документов вида «{kind}»', hint: 'добавьте {file}' },
    kk: { message: '«{kind}» түріндегі құжаттардың үлгісі жоқ', hint: '{file} қосыңыз' },
  },
  'template-practice': {
    severity: 'warning',
    en: {
      message: 'the form of «{kind}» is known from practice only: no official blank was at hand',
      hint: 'compare the wording in {file} with the blank and set «status: verified»',
    },
    ru: {
      message: 'форма «{kind}» известна лишь по практике: официального бланка не было',
      hint: 'сверьте слова в {file} с бланком и поставьте «status: verified»',
    },
    kk: {
      message: '«{kind}» нысаны тек тәжірибеден белгілі: ресми бланк болмады',
      hint: '{file} ішіндегі сөздерді бланкпен салыстырып, «status: verified» қойыңыз',
    },
  },
  'text-untranslated': {
    severity: 'error',
    en: {
      message: '«{words}» has no wording in the language «{lang}»',
      hint: 'give both languages: kk and ru, in the case or in law/names.yaml',
    },
    ru: {
      message: 'у «{words}» нет слов на языке «{lang}»',
      hint: 'укажите оба языка, kk и ru, в деле или в law/names.yaml',
    },
    kk: {
      message: '«{words}» мәтінінің «{lang}» тіліндегі сөздері жоқ',
      hint: 'екі тілді де, kk және ru, істе немесе law/names.yaml ішінде көрсетіңіз',
    },
  },
});
