import { slug } from './build/context.ts';

const kinds: readonly (readonly [string, RegExp])[] = [
  ['licence', /лицензи/iu],
  ['permit', /разрешени|рұқсат/iu],
  ['certificate', /сертификат|свидетельств|куәлік/iu],
  ['conclusion', /заключени|қорытынды/iu],
  ['registration', /регистраци|постановка\s+на\s+учет|тіркеу/iu],
  ['accreditation', /аккредитаци/iu],
  ['reference', /справк|анықтама/iu],
  ['appointment', /назначени|тағайындау/iu],
];
/** Words that every title has. */
const common =
  /^(?:выдача|переоформление|дубликатов?|лицензи\p{L}*|разрешени\p{L}*|заключени\p{L}*|осуществлени\p{L}*|вида?|деятельност\p{L}*|занятие|для|при|государственн\p{L}*|услуг\p{L}*|республик\p{L}*|казахстан\p{L}*|беру|қайта|ресімдеу|лицензия\p{L}*|телнұсқа\p{L}*|жүзеге|асыруға|бойынша|қызмет\p{L}*|және|немесе|или|том|числе|предоставление|оказание)$/iu;

/** File names for the services of one act, from their titles: the first telling words and the kind of paper; never twice the same. */
export function serviceNames(titles: readonly string[]): string[] {
  const taken = new Set(['act']);
  return titles.map((title, index) => {
    const words = [...title.matchAll(/[\p{L}\d-]{3,}/gu)].map(([word]) => word).filter((word) => !common.test(word));
    const kind = kinds.find(([, pattern]) => pattern.test(title))?.[0] ?? 'service';
    const base = words.length === 0 ? kind : `${slug(words.join(' '), 2)}-${kind}`;
    const name = taken.has(base) ? `${base}-${index + 1}` : base;
    taken.add(name);
    return name;
  });
}
