import type { Language } from '../../model/index.ts';
import { agentsKk, agentsRu } from '../words/actors.ts';

/** Who acts in a step by its grammar, without the participants of its act. */
export interface Agent {
  readonly id: string;
  readonly at: number;
  readonly length: number;
}

/** The endings that `{}` and its like stand for: nominative and instrumental. */
const endings: Readonly<Record<string, readonly [nominative: string, instrumental: string]>> = {
  '': ['', 'ом'],
  ь: ['ь', 'ем'],
  я: ['я', 'ей'],
  о: ['о', 'ом'],
  ый: ['ый', 'ым'],
  ий: ['ий', 'им'],
  ое: ['ое', 'ым'],
};

const pattern = (name: string, grammaticalCase: 0 | 1): RegExp =>
  new RegExp(
    `(?<![\\p{L}-])${name
      .replace(/\{(\p{L}*)\}(?!,)/gu, (whole, kind: string) => endings[kind]?.[grammaticalCase] ?? whole)
      .replace(/ /g, '\\s+')}(?!\\p{L})`,
    'giu',
  );
const compiled = (grammaticalCase: 0 | 1): (readonly [id: string, words: RegExp])[] =>
  agentsRu.flatMap(([id, names]) => names.map((name) => [id, pattern(name, grammaticalCase)] as const));
const subjects = compiled(0);
const doers = compiled(1);

/** «представленных услугополучателем», «с услугополучателем»: he did something else, or another does it with him. */
const isOfParticiple = (before: string): boolean =>
  /(?:нн|ем|им|ящ|вш)(?:ым|ых|ого|ому|ой|ый|ая|ые|ыми|ую|ом|ое)\s+$|(?:^|\s)(?:с|со|между|перед|за|в|во|на|из|от|через)\s+$/iu.test(
    before,
  );
/** «услугополучателем представлен …»: a condition, not the act of the step. */
const isOfCondition = (after: string): boolean =>
  /^\s+(?:не\s+)?(?:представлен|предоставлен|предъявлен|подан|указан|заполнен|оплачен)\p{L}{0,2}(?!\p{L})/iu.test(
    after,
  );
const verb = /^(?:\s+[\p{L}()«»"-]+){0,6}?\s+\p{L}+(?:ет|ит|ют|ят|ут|ат|ёт)(?:ся)?(?=[\s,;.]|$)/iu;

const first = (agents: readonly Agent[]): Agent | undefined =>
  [...agents].sort((a, b) => a.at - b.at || b.length - a.length)[0];

function agentRu(text: string): Agent | undefined {
  const found: Agent[] = [];
  for (const [id, words] of subjects)
    for (const match of text.matchAll(words)) {
      const after = text.slice(match.index + match[0].length);
      const isSubject =
        match.index === 0 ||
        (verb.test(after) && !isOfParticiple(text.slice(0, match.index)) && !/^\s*\(?далее/u.test(after));
      if (isSubject) found.push({ id, at: match.index, length: match[0].length });
    }
  for (const [id, words] of doers)
    for (const match of text.matchAll(words)) {
      const after = text.slice(match.index + match[0].length);
      if (isOfParticiple(text.slice(0, match.index)) || isOfCondition(after)) continue;
      found.push({ id, at: match.index, length: match[0].length });
    }
  return first(found);
}

const nameKk = agentsKk.map(
  ([id, name]) =>
    [
      id,
      new RegExp(
        `(?<![\\p{L}-])${name.replace(/ /g, '\\s+')}(?:лар|лер)?(?:[сі]?[ыі])?(?:ның|нің|дың|дің|тың|тің|мен|бен|пен)?(?!\\p{L})`,
        'giu',
      ),
    ] as const,
);
/** «тұтынушы деректерінің …», «қызметкер туралы деректер», «тұтынушы ұсынған»: he is spoken of and does not act. */
export const isSpokenOfKk = (after: string): boolean =>
  /^\s+(?:дерек|туралы|мәлімет|сұрау\p{L}*\s+өңдеу|жүгіну|\p{L}+[ғгқк][ае]н(?!\p{L}))/iu.test(after) ||
  /^[^,;]{0,160}(?:байланысты|туралы\s+дерек)/iu.test(after);
/** «… енгізуі», «… тексеруі (авторландыру процесі)»: an act with its doer in the genitive before it. */
const isOwnAct = (text: string): boolean => /у[ыі]\s*(?:\([^()]*\))?$/iu.test(text);
const isGenitive = (words: string): boolean => /(?:ның|нің|дың|дің|тың|тің)$/iu.test(words);

function agentKk(text: string): Agent | undefined {
  const plain = text.replace(/\([^()]*\)/gu, (inside) => ' '.repeat(inside.length));
  const found = nameKk.flatMap(([id, words]) =>
    [...plain.matchAll(words)].flatMap((match) =>
      isSpokenOfKk(plain.slice(match.index + match[0].length))
        ? []
        : [{ id, at: match.index, length: match[0].length }],
    ),
  );
  const whole = found.filter(
    (one) =>
      !found.some(
        (other) => other.length > one.length && other.at <= one.at && other.at + other.length >= one.at + one.length,
      ),
  );
  const doers = isOwnAct(text) ? whole.filter(({ at, length }) => isGenitive(text.slice(at, at + length))) : [];
  const nearest = doers.sort((a, b) => b.at - a.at || b.length - a.length)[0];
  return nearest ?? first(whole);
}

/** A step says more only of details. */
const HEAD = 400;

/** Who acts in a step: the subject of its verb, or the one by whom it is done; undefined where nobody is named so. */
export const agentOf = (text: string, lang: Language): Agent | undefined =>
  (lang === 'kk' ? agentKk : agentRu)(text.slice(0, HEAD));
