import type { Participant } from '../../model/index.ts';
import type { Clause } from '../outline.ts';
import { actors, roles } from '../vocabulary.ts';
import { bare, mark, place, restOf, slug, srcOf, type Context } from './context.ts';

/** Names for a role that the list of units does not name; used where the text has it only in another case. */
const names: Readonly<Record<string, { readonly ru: string; readonly kk: string }>> = {
  'corporation-worker': { ru: 'работник центра обслуживания', kk: 'Мемлекеттік корпорация қызметкері' },
  monitoring: { ru: 'информационная система мониторинга', kk: 'мониторинг ақпараттық жүйесі' },
  pshep: { ru: 'платежный шлюз электронного правительства', kk: '«электрондық үкіметтің» төлем шлюзі' },
  shep: { ru: 'шлюз электронного правительства', kk: 'электрондық үкімет шлюзі' },
  el: { ru: 'ИС ГБД ЕЛ', kk: '«Е-лицензиялау» МДБ АЖ' },
  'gbd-ul': { ru: 'ГБД ЮЛ', kk: 'ЗТ МДҚ' },
  'gbd-fl': { ru: 'ГБД ФЛ', kk: 'ЖТ МДҚ' },
  portal: { ru: 'портал', kk: 'портал' },
  'state-bodies': { ru: 'соответствующие государственные органы', kk: 'тиісті мемлекеттік органдар' },
  chancellery: { ru: 'специалист канцелярии', kk: 'кеңсе маманы' },
  signer: { ru: 'уполномоченное лицо услугодателя', kk: 'уәкілетті тұлға' },
  'unit-head': { ru: 'руководитель управления', kk: 'бөлім басшысы' },
  'provider-head': { ru: 'руководитель услугодателя', kk: 'қызмет беруші басшысы' },
  employee: { ru: 'сотрудник услугодателя', kk: 'қызмет беруші қызметкері' },
  executor: { ru: 'исполнитель', kk: 'орындаушы' },
  recipient: { ru: 'услугополучатель', kk: 'қызметті алушы' },
  provider: { ru: 'услугодатель', kk: 'қызмет беруші' },
};
const kinds = new Map(roles.map(([id, kind]) => [id, kind]));

/** The role of a participant by its name; undefined for one that no act is known to have. */
export const roleOf = (name: string): readonly [id: string, kind: Participant['kind']] | undefined => {
  const found = roles.find(([, , words]) => words.test(name));
  return found && [found[0], found[1]];
};

/** Participants of a regulation, listed ones first, in the order of the text; others are added as steps name them. */
export class Participants {
  readonly list: Participant[] = [];
  private readonly context: Context;

  constructor(context: Context) {
    this.context = context;
  }

  has(id: string): boolean {
    return this.list.some((one) => one.id === id);
  }

  /** The list of units (clause 7, 11): one participant per entry. */
  readList(clause: Clause): void {
    for (const { paragraph, more } of clause.entries) {
      const { head } = paragraph;
      if (head.kind !== 'item') continue;
      place(this.context, [paragraph, ...more]);
      const name = bare([restOf(paragraph), ...more.map((one) => one.text)].join(' '));
      if (name === '') continue;
      const role = roleOf(name.split(/\s[-–]\s/u)[0] ?? name);
      const id = this.free(role?.[0] ?? slug(name));
      this.list.push({ id, kind: role?.[1] ?? 'unit', name, listed: head.number, src: srcOf(paragraph, more) });
    }
  }

  /** Units listed by their abbreviation take the full name from the glossary: «ЭҮП» -> «электрондық үкіметтің» веб-порталы. */
  nameFrom(
    glossary: readonly { readonly term: Participant['name']; readonly abbreviation?: string | undefined }[],
  ): void {
    for (const [index, one] of this.list.entries()) {
      if (
        typeof one.name !== 'string' ||
        one.kind !== 'system' ||
        !/(?<!\p{L})[\p{Lu}3\s]{2,}(?!\p{L})/u.test(one.name)
      )
        continue;
      const entry = glossary.find(({ term }) => typeof term === 'string' && roleOf(term)?.[0] === one.id);
      if (entry && typeof entry.term === 'string' && entry.term.length > one.name.length)
        this.list[index] = { ...one, name: entry.term, short: one.name };
    }
  }

  private free(id: string): string {
    if (!this.has(id)) return id;
    for (let n = 2; ; n += 1) if (!this.has(`${id}-${n}`)) return `${id}-${n}`;
  }

  /** Makes sure that a role is among the participants. */
  need(id: string): string {
    if (this.has(id)) return id;
    const name = names[id]?.[this.context.lang];
    if (name === undefined) return id;
    this.list.push({ id, kind: kinds.get(id) ?? 'unit', name: { [this.context.lang]: name, origin: 'ours' } });
    mark(this.context, `/participants/${id}/name`, 'inferred', this.context.why.name);
    return id;
  }

  /** The participant whose name stands at the beginning of a text; the longest name wins. */
  private atStart(text: string): string | undefined {
    const small = text.toLowerCase();
    let best: readonly [id: string, length: number] | undefined;
    for (const { id, name } of this.list) {
      const own = typeof name === 'string' ? name.toLowerCase() : '';
      const stem = own.split(/\s+/).slice(0, 2).join(' ').slice(0, -1);
      const fits = own !== '' && (small.startsWith(own) || (stem.length > 8 && small.startsWith(stem)));
      if (fits && (!best || own.length > best[1])) best = [id, own.length];
    }
    return best?.[0];
  }

  /** Who acts in a step, and whether the text says so or the role is only gathered from its words. */
  actorOf(text: string, isInternal: boolean): { readonly id: string | undefined; readonly sure: boolean } {
    const start = this.atStart(text);
    if (start !== undefined) return { id: start, sure: true };
    if (!isInternal) {
      const found = actors.find(([, words]) => words.test(text));
      if (found) return { id: this.need(found[0]), sure: /ом\s|ем\s|^\p{L}+ь\s/u.test(text.slice(0, 120)) };
    }
    const head = text.slice(0, 160);
    const role = roleOf(head.split(/[,:–—]/u)[0] ?? head) ?? (isInternal ? roleOf(head) : undefined);
    return role && role[1] !== 'system' ? { id: this.need(role[0]), sure: false } : { id: undefined, sure: false };
  }

  /** The participant that a cell of a table names. */
  ofCell(cell: string): string | undefined {
    const start = this.atStart(cell);
    if (start !== undefined) return start;
    const role = roleOf(cell);
    return role && this.need(role[0]);
  }
}
