import type { FlowName, Participant, Source } from '../../model/index.ts';
import type { Paragraph } from '../paragraphs.ts';
import type { Clause } from '../outline.ts';
import { stems as stemsOf } from '../../text/index.ts';
import { actsOf, dataBases, roles } from '../words/actors.ts';
import { agentOf, isSpokenOfKk } from './agents.ts';
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
/** Who sits before the system of a flow. */
const persons: Readonly<Partial<Record<FlowName, string>>> = {
  'portal-provider': 'employee',
  'portal-recipient': 'recipient',
  corporation: 'corporation-worker',
};
const kinds = new Map(roles.map(([id, kind]) => [id, kind]));

/** «ИС МИО» is no unit of the МИО but its system. */
const systemName = /^(?:А?ИС|АЖ|информационн\p{L}+\s+систем\p{L}*|ақпараттық\s+жүйе\p{L}*)(?!\p{L})|(?<!\p{L})АЖ$/iu;

/** The paragraph before an entry of a clause. */
const before = (clause: Clause, paragraph: Paragraph): string => {
  const at = clause.entries.findIndex((entry) => entry.paragraph === paragraph);
  return (clause.entries[at - 1]?.paragraph ?? clause.paragraph).text;
};

/** The role of a participant by its name; undefined for one that no act is known to have. */
export const roleOf = (name: string): readonly [id: string, kind: Participant['kind']] | undefined => {
  const found = roles.find(([, , words]) => words.test(name));
  return found && [found[0], found[1]];
};

/** «в случае предоставления услугополучателем неполного пакета, работник отказывает …»: who acts stands behind the condition. */
const withoutCondition = (text: string): string =>
  /^(?:в\s+случаях?|при)(?:,?\s+если)?\s[^,]{10,240},\s+(?=\p{L})(?!если|когда|котор)(.+)$/isu.exec(text)?.[1] ?? text;

/** Participants of a regulation, listed ones first, in the order of the text; others are added as steps name them. */
export class Participants {
  readonly list: Participant[] = [];
  private readonly context: Context;
  /** Roles that the regulation names anywhere. */
  private readonly named: ReadonlySet<string>;

  constructor(context: Context, texts: readonly string[]) {
    this.context = context;
    this.named = new Set(roles.filter(([, , words]) => texts.some((text) => words.test(text))).map(([id]) => id));
  }

  has(id: string): boolean {
    return this.list.some((one) => one.id === id);
  }

  /** The list of units (clause 7, 11): one participant per entry, or per part of the sentence where the list has no entries. */
  readList(clause: Clause): void {
    const listed = clause.entries.filter(
      ({ paragraph }) =>
        paragraph.head.kind === 'item' || /;$/u.test(paragraph.text) || /;$/u.test(before(clause, paragraph)),
    );
    for (const { paragraph, more } of listed) {
      place(this.context, [paragraph, ...more]);
      const number = paragraph.head.kind === 'item' ? paragraph.head.number : undefined;
      this.addListed(
        bare([restOf(paragraph), ...more.map((one) => one.text)].join(' ')),
        number,
        srcOf(paragraph, more),
      );
    }
    if (listed.length > 0) return;
    const inline = /:\s*(\S.+)$/su.exec(restOf(clause.paragraph))?.[1] ?? '';
    const parts = inline.split(inline.includes(';') ? /;\s*/u : /,\s*/u).map(bare);
    if (parts.length > 1 && parts.every((part) => part.length < 160))
      for (const part of parts) this.addListed(part, undefined, srcOf(clause.paragraph));
  }

  private addListed(words: string, number: string | undefined, src: Source): void {
    const name = words.replace(/^[-–—•]\s*/u, '');
    if (name === '') return;
    const role = roleOf(name.split(/\s[-–]\s/u)[0] ?? name);
    const isSystem = systemName.test(name) && role?.[1] !== 'system';
    const id = this.free(isSystem ? (role ? `${role[0]}-system` : 'information-system') : (role?.[0] ?? slug(name)));
    const listed = number ?? String(this.list.filter((one) => one.listed !== undefined).length + 1);
    this.list.push({ id, kind: isSystem ? 'system' : (role?.[1] ?? 'unit'), name, listed, src });
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
  private atStart(text: string): { readonly id: string; readonly length: number } | undefined {
    const small = text.toLowerCase();
    let best: readonly [id: string, length: number] | undefined;
    for (const { id, name } of this.list) {
      const own = typeof name === 'string' ? name.toLowerCase() : '';
      const stem = own.split(/\s+/).slice(0, 2).join(' ').slice(0, -1);
      const fits = own !== '' && (small.startsWith(own) || (stem.length > 8 && small.startsWith(stem)));
      if (fits && (!best || own.length > best[1])) best = [id, own.length];
    }
    return best && { id: best[0], length: best[1] };
  }

  /** The system that carries a flow: the portal, the one of the provider or of the front office, if the regulation names it. */
  private systemOf(flow: FlowName): string | undefined {
    if (flow === 'portal-recipient') return 'portal';
    const id = flow === 'portal-provider' ? 'el' : 'monitoring';
    return this.has(id) || this.named.has(id) ? id : undefined;
  }

  private actorsByAct(text: string, flow: FlowName): readonly (string | undefined)[] {
    const found = actsOf.find(([, words]) => words.test(text))?.[0];
    if (found === 'system') return [this.systemOf(flow)];
    if (found === 'person') return [persons[flow]];
    if (found !== 'base') return [found];
    const bases = dataBases
      .map(([id, words]) => ({ id, at: text.search(words) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at);
    return bases.length > 0
      ? bases.map(({ id }) => id)
      : [this.named.has('gbd-fl') && !this.named.has('gbd-ul') ? 'gbd-fl' : 'gbd-ul'];
  }

  /** Who acts in a step, and whether the text says so or the role is only gathered from its words. */
  actorsOf(whole: string, flow: FlowName): { readonly ids: readonly string[]; readonly sure: boolean } {
    const text = withoutCondition(whole);
    const start = this.atStart(text);
    if (start && !(this.context.lang === 'kk' && isSpokenOfKk(text.slice(start.length).replace(/^\p{L}*/u, ''))))
      return { ids: [start.id], sure: true };
    const agent = agentOf(text, this.context.lang);
    if (agent)
      return { ids: [this.listed(text.slice(agent.at, agent.at + agent.length)) ?? this.need(agent.id)], sure: true };
    if (flow === 'internal') {
      const role = /^(?:в\s+случае|если|при|егер)\s/iu.test(text)
        ? undefined
        : roleOf(text.slice(0, 60).split(/[,:–—]/u)[0] ?? '');
      return role && role[1] !== 'system' && role[1] !== 'recipient'
        ? { ids: [this.need(role[0])], sure: false }
        : { ids: [], sure: false };
    }
    const ids = this.actorsByAct(text, flow).filter((id) => id !== undefined);
    return { ids: ids.map((id) => this.need(id)), sure: false };
  }

  /** The listed participant whose name is declined: «специалистом канцелярии» is «специалист канцелярии». */
  private listed(words: string): string | undefined {
    const stems = stemsOf(words);
    const fits = this.list.filter(
      ({ name }) => typeof name === 'string' && stems.every((stem, at) => stemsOf(name)[at] === stem),
    );
    return fits.sort((a, b) => String(a.name).length - String(b.name).length)[0]?.id;
  }

  /** The participant that a cell of a table names. */
  ofCell(cell: string): string | undefined {
    const start = this.atStart(cell);
    if (start) return start.id;
    const role = roleOf(cell);
    return role && this.need(role[0]);
  }
}
