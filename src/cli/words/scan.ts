import type { Said } from '../locale.ts';

export const words = {
  description: {
    en: 'Reads scanned or photographed questionnaires into a CSV of responses; what it is not sure of goes into a list for a person.',
    ru: 'Читает сканы и снимки анкет в CSV ответов; всё, в чём нет уверенности, заносит в список для человека.',
    kk: 'Сауалнамалардың сканын не суретін жауаптар CSV файлына оқиды; күмәнділерін адам қарайтын тізімге енгізеді.',
  },
  images: {
    en: 'PNG, JPEG, TIFF, WebP files, PDFs with one picture a page, or folders of them',
    ru: 'файлы PNG, JPEG, TIFF, WebP, PDF с одним изображением на странице, или папки с ними',
    kk: 'PNG, JPEG, TIFF, WebP файлдары, әр бетінде бір суреті бар PDF немесе олардың бумалары',
  },
  out: { en: 'the responses to write', ru: 'куда записать ответы', kk: 'жауаптар жазылатын файл' },
  date: {
    en: 'the day on which these forms were collected, as 2013-06-28',
    ru: 'день, когда собраны эти анкеты, например 2013-06-28',
    kk: 'осы сауалнамалар жиналған күн, мысалы 2013-06-28',
  },
  region: { en: 'the region of all these forms', ru: 'регион всех этих анкет', kk: 'осы сауалнамалардың өңірі' },
  channel: { en: 'the channel of all these forms', ru: 'канал всех этих анкет', kk: 'осы сауалнамалардың арнасы' },
  lang: { en: 'language of the lists', ru: 'язык списков', kk: 'тізімдер тілі' },
  done: {
    en: 'pages {pages}, forms {forms} = accepted {accepted} + to review {toReview} + rejected {rejected}',
    ru: 'страниц {pages}, анкет {forms} = принято {accepted} + на просмотр {toReview} + отклонено {rejected}',
    kk: 'бет {pages}, сауалнама {forms} = қабылданды {accepted} + қарауға {toReview} + қабылданбады {rejected}',
  },
  review: { en: 'for a person: {file}', ru: 'на просмотр человеку: {file}', kk: 'адам қарауына: {file}' },
} satisfies Record<string, Said>;
