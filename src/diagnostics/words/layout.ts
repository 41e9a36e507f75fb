import { entries } from './entry.ts';

export const layout = entries({
  'letter-missing': {
    severity: 'error',
    en: {
      message: 'the font has no character «{character}» ({codePoint}) in «{text}»',
      hint: 'replace the character; it may be a look-alike from another alphabet',
    },
    ru: {
      message: 'в шрифте нет знака «{character}» ({codePoint}), он стоит в «{text}»',
      hint: 'замените знак; возможно, он похож на нужный, но из другого алфавита',
    },
    kk: {
      message: 'қаріпте «{character}» ({codePoint}) таңбасы жоқ, ол «{text}» ішінде тұр',
      hint: 'таңбаны ауыстырыңыз; ол басқа әліпбидің ұқсас таңбасы болуы мүмкін',
    },
  },
  'word-too-wide': {
    severity: 'error',
    en: {
      message: '«{text}» needs {needed} mm, the column has {available} mm and the word cannot be divided',
      hint: 'widen the column or set the text smaller',
    },
    ru: {
      message: '«{text}» занимает {needed} мм, в колонке {available} мм, а слово не делится',
      hint: 'расширьте колонку или уменьшите кегль',
    },
    kk: {
      message: '«{text}» {needed} мм орын алады, бағанда {available} мм, ал сөз бөлінбейді',
      hint: 'бағанды кеңейтіңіз немесе қаріпті кішірейтіңіз',
    },
  },
  'text-too-long': {
    severity: 'error',
    en: { message: '«{text}» takes {lines} lines, {allowed} are allowed', hint: 'shorten the text' },
    ru: { message: '«{text}» занимает строк: {lines}, допустимо: {allowed}', hint: 'сократите текст' },
    kk: { message: '«{text}» алатын жолдар: {lines}, рұқсат етілгені: {allowed}', hint: 'мәтінді қысқартыңыз' },
  },
  'block-too-tall': {
    severity: 'error',
    en: {
      message: 'a block of {needed} mm («{text}») must stay on one page, there is room for {available} mm',
      hint: 'shorten the text, or let the template divide it',
    },
    ru: {
      message: 'блок высотой {needed} мм («{text}») не делится между страницами, а места {available} мм',
      hint: 'сократите текст или разрешите в шаблоне деление',
    },
    kk: {
      message: 'биіктігі {needed} мм блок («{text}») бір бетте тұруы тиіс, ал орын {available} мм',
      hint: 'мәтінді қысқартыңыз немесе үлгіде бөлуге рұқсат беріңіз',
    },
  },
  'table-impossible': {
    severity: 'error',
    en: {
      message: 'row {row} of the table fills {filled} columns of {columns}',
      hint: 'count the cells of the row with their spans',
    },
    ru: {
      message: 'строка {row} таблицы занимает столбцов: {filled} из {columns}',
      hint: 'пересчитайте ячейки строки с учётом объединений',
    },
    kk: {
      message: 'кестенің {row}-жолы {columns} бағанның {filled} бағанын алады',
      hint: 'жолдың ұяшықтарын біріктірулерімен қоса санаңыз',
    },
  },
  'columns-too-wide': {
    severity: 'error',
    en: { message: 'the columns need {needed} mm, there are {available} mm', hint: 'make the columns narrower' },
    ru: { message: 'колонкам нужно {needed} мм, а есть {available} мм', hint: 'сделайте колонки уже' },
    kk: { message: 'бағандарға {needed} мм керек, ал бары {available} мм', hint: 'бағандарды тарылтыңыз' },
  },
  'barcode-unfit': {
    severity: 'error',
    en: {
      message: '«{value}» cannot be written as a bar code {symbology} ({reason})',
      hint: 'Code 128 holds Latin letters, digits and signs; a QR code holds any text of up to 2,000 letters',
    },
    ru: {
      message: '«{value}» не записывается кодом {symbology} ({reason})',
      hint: 'Code 128 вмещает латинские буквы, цифры и знаки, QR — любой текст до 2000 знаков',
    },
    kk: {
      message: '«{value}» мәні {symbology} кодымен жазылмайды ({reason})',
      hint: 'Code 128 латын әріптерін, цифрлар мен белгілерді қабылдайды, QR — 2000 таңбаға дейінгі кез келген мәтінді',
    },
  },
  'placed-wrongly': {
    severity: 'error',
    en: {
      message: '{what} is not allowed here',
      hint: 'page numbers stand in header and footer; a change of format stands between the blocks of the document; an electronic signature stands once',
    },
    ru: {
      message: '{what} здесь не допускается',
      hint: 'номера страниц стоят в колонтитулах, смена формата — между блоками документа, электронная подпись — один раз',
    },
    kk: {
      message: '{what} мұнда рұқсат етілмейді',
      hint: 'бет нөмірлері колонтитулдарда, пішімді ауыстыру құжат блоктарының арасында тұрады, электрондық қолтаңба бір рет қана қойылады',
    },
  },
});
