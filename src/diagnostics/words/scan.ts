import { entries } from './entry.ts';

export const scan = entries({
  'scan-format': {
    severity: 'error',
    en: {
      message: '{file} cannot be read as a picture ({reason})',
      hint: 'PNG, JPEG, TIFF, WebP or a PDF with one picture a page',
    },
    ru: {
      message: '{file} не читается как изображение ({reason})',
      hint: 'PNG, JPEG, TIFF, WebP или PDF с одним изображением на странице',
    },
    kk: {
      message: '{file} сурет ретінде оқылмайды ({reason})',
      hint: 'PNG, JPEG, TIFF, WebP немесе әр бетінде бір суреті бар PDF',
    },
  },
  'scan-review': {
    severity: 'warning',
    en: {
      message: 'forms that a person must look at: {count}, reason: {reason}',
      hint: 'fill in what is empty in {list} and give it to the report with the rest',
    },
    ru: {
      message: 'анкет на просмотр человеком: {count}, причина: {reason}',
      hint: 'впишите пустое в {list} и передайте отчёту вместе с остальными',
    },
    kk: {
      message: 'адам қарауы керек сауалнамалар: {count}, себебі: {reason}',
      hint: '{list} ішіндегі бос жерлерді толтырып, есепке қалғанымен бірге беріңіз',
    },
  },
  'scan-rejected': {
    severity: 'error',
    en: {
      message: 'pages or forms that could not be read: {count}, reason: {reason}; the first: {first}',
      hint: 'scan them again: whole sheet, 200 dpi or more',
    },
    ru: {
      message: 'страниц или анкет, которые не прочитаны: {count}, причина: {reason}; первая: {first}',
      hint: 'отсканируйте заново: лист целиком, от 200 точек на дюйм',
    },
    kk: {
      message: 'оқылмаған беттер немесе сауалнамалар: {count}, себебі: {reason}; біріншісі: {first}',
      hint: 'қайта сканерлеңіз: парақ толығымен, дюймге 200 нүктеден бастап',
    },
  },
  'scan-nothing': {
    severity: 'error',
    en: { message: 'no picture was found in {what}', hint: 'give image files or folders of them' },
    ru: { message: 'в {what} не найдено изображений', hint: 'укажите файлы изображений или папки с ними' },
    kk: { message: '{what} ішінен сурет табылмады', hint: 'сурет файлдарын немесе олардың бумаларын көрсетіңіз' },
  },
});
