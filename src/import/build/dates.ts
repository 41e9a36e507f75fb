import { isDate } from '../../model/date.ts';
import { months } from '../words/sentences.ts';

const monthOf = (word: string): number | undefined => {
  const small = word.toLowerCase();
  return Object.entries(months).find(([stem]) => new RegExp(`^(?:${stem})`, 'u').test(small))?.[1];
};
const two = (value: string | number): string => String(value).padStart(2, '0');

/** A printed date -> `2019-03-18`: «18 марта 2019 года», «2019 жылғы 18 наурыздағы», «18.03.2019»; undefined where it is none. */
export function dateIn(text: string): string | undefined {
  const russian = /(\d{1,2})[»"”]?\s+(\p{L}{3,9})\s+(\d{4})/u.exec(text);
  const kazakh = /(\d{4})\s+жыл\p{L}*\s+[«"“]?(\d{1,2})[»"”]?\s*-?\s*(\p{L}{3,16})/u.exec(text);
  const short = /(\d{2})\.(\d{2})\.(\d{4})/.exec(text);
  const candidates: (string | undefined)[] = [
    kazakh && `${kazakh[1]}-${two(monthOf(kazakh[3] ?? '') ?? 0)}-${two(kazakh[2] ?? 0)}`,
    russian && `${russian[3]}-${two(monthOf(russian[2] ?? '') ?? 0)}-${two(russian[1] ?? 0)}`,
    short && `${short[3]}-${short[2]}-${short[1]}`,
  ].map((one) => one ?? undefined);
  return candidates.find((one) => one !== undefined && isDate(one));
}

/** «№ 46/қе», «N 102», «№ А-9/406», «№ ҚР ДСМ-52». */
export const numberIn = (text: string): string | undefined =>
  /(?:№|(?<!\p{L})N)\s?((?:ҚР\s)?(?:\p{Lu}{1,4}-)?\d[\p{L}\d]*(?:[/-][\p{L}\d]+)*)/u.exec(text)?.[1];
