import type { Said } from '../locale.ts';

export const words = {
  description: {
    en: 'Reads the text of an act (plain text or HTML) and writes it as data: act.yaml and one file per regulation, with marks where something was inferred, repaired or lost.',
    ru: 'Читает текст акта (простой текст или HTML) и записывает его данными: act.yaml и по файлу на регламент, с пометками о том, что выведено, исправлено или утрачено.',
    kk: 'Актінің мәтінін (жай мәтін немесе HTML) оқып, деректер түрінде жазады: act.yaml және әр регламентке бір файл; шығарылған, түзетілген, жоғалған жерлер белгіленеді.',
  },
  text: { en: 'file with the text of the act', ru: 'файл с текстом акта', kk: 'акт мәтіні бар файл' },
  out: {
    en: 'folder for the files of the act, for example regulations/mf-12-2016',
    ru: 'папка для файлов акта, например regulations/mf-12-2016',
    kk: 'акт файлдарына арналған бума, мысалы regulations/mf-12-2016',
  },
  force: {
    en: 'overwrite files that are there already',
    ru: 'перезаписать файлы, которые уже есть',
    kk: 'бұрыннан бар файлдардың үстінен жазу',
  },
  format: { en: 'form of the findings', ru: 'вид вывода', kk: 'шығару түрі' },
  done: {
    en: '{files} files in {out}: the act and {regulations} regulations; {warnings} places to look up, {notes} notes',
    ru: 'файлов: {files} в {out} (акт и регламентов: {regulations}); проверить мест: {warnings}, замечаний: {notes}',
    kk: '{out} ішінде {files} файл: акт және {regulations} регламент; қарап шығатын орын: {warnings}, ескертпе: {notes}',
  },
} satisfies Record<string, Said>;
