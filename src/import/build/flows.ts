import type { Flow, FlowName, Telling } from '../../model/index.ts';
import type { Clause, Entry, Part } from '../outline.ts';
import { bothSides, clauseRoles, flowWords, recipientActs, type ClauseRole } from '../words/clauses.ts';
import { connect, type Endings } from './connect.ts';
import { bare, mark, place, restOf, srcOf, type Context } from './context.ts';
import type { Participants } from './participants.ts';
import { isVariants, mergeVariants, normal, type Variants } from './variants.ts';
import { draftsOf } from './items.ts';
import { Ids, makeDraft, type Draft, type Maker } from './steps.ts';

/** One description of a flow: where it stands and its entries. */
export interface Described {
  readonly flow: FlowName;
  readonly place: string;
  readonly title: string | undefined;
  readonly entries: readonly Entry[];
}
export interface BuiltFlow {
  readonly drafts: Draft[];
  readonly described: Described;
  readonly variants: Variants;
  readonly tellings: Telling[];
}

export const roleOfClause = (clause: Clause): ClauseRole | undefined => {
  const text = restOf(clause.paragraph).slice(0, 700);
  return clauseRoles.find(([, words]) => words.test(text))?.[0];
};

const flowOf = (text: string): FlowName | undefined => flowWords.find(([, words]) => words.test(text))?.[0];
const hasSteps = (entries: readonly Entry[]): boolean =>
  entries.some(({ paragraph }) => paragraph.head.kind === 'step');

/** The parts of a portal or front-office clause: «1) описание последовательности … услугодателя: процедура 1 …; 2) … услугополучателя: …». */
function partsOf(clause: Clause): { head: Entry | undefined; entries: Entry[] }[] {
  const parts: { head: Entry | undefined; entries: Entry[] }[] = [];
  for (const entry of clause.entries) {
    const { head } = entry.paragraph;
    const isHead =
      head.kind === 'item' &&
      (flowOf(head.rest) !== undefined ||
        /(?:порядок|порядка|описание|тәртібі|сипаттамасы).{0,160}:$/iu.test(head.rest));
    const restarts =
      head.kind === 'step' &&
      Number.parseInt(head.number, 10) === 1 &&
      !/^(?:услови|шарт)/iu.test(head.word) &&
      hasFirst(parts.at(-1)?.entries);
    if (isHead || parts.length === 0 || restarts)
      parts.push({ head: isHead ? entry : undefined, entries: isHead ? [] : [entry] });
    else parts.at(-1)?.entries.push(entry);
  }
  return parts;
}

const hasFirst = (entries: readonly Entry[] | undefined): boolean =>
  entries?.some(
    ({ paragraph: { head } }) => head.kind === 'step' && head.number === '1' && !/^(?:услови|шарт)/iu.test(head.word),
  ) ?? false;

/** Where pages are lost, the steps of a later clause stand in the list of this one: their numbers begin anew. */
function torn(clause: Clause, title: string): Described[] {
  const runs: Entry[][] = [[]];
  let last = 0;
  for (const entry of clause.entries) {
    const { head } = entry.paragraph;
    const isProcess = head.kind === 'step' && !/^(?:услови|шарт)/iu.test(head.word);
    const number = isProcess ? Number.parseInt(head.number, 10) : last;
    const isHead = head.kind === 'item' && flowOf(head.rest) !== undefined;
    if (number < last || isHead) {
      runs.push([]);
      last = 0;
    }
    if (isProcess && number >= last) last = number;
    runs.at(-1)?.push(entry);
  }
  return runs
    .filter((run) => run.length > 0)
    .map((entries, index): Described => {
      const text = entries.map(({ paragraph }) => paragraph.text).join(' ');
      const told =
        flowOf(entries[0]?.paragraph.text ?? '') ??
        (recipientActs.test(text.slice(0, 200)) ? 'portal-recipient' : 'portal-provider');
      const flow = index === 0 ? 'internal' : told;
      return {
        flow,
        place: index === 0 ? clause.number : `${clause.number}.${index + 1}`,
        title: index === 0 ? title : undefined,
        entries,
      };
    });
}

/** Which flows a clause describes, with the entries of each. */
export function describedBy(clause: Clause, role: ClauseRole): Described[] {
  const title = bare(restOf(clause.paragraph));
  const whole = (flow: FlowName): Described[] => [{ flow, place: clause.number, title, entries: clause.entries }];
  if (role === 'steps') return torn(clause, title);
  if (role === 'portal-recipient' || role === 'portal-provider') return whole(role);
  if (role === 'pickup') return whole('corporation-pickup');
  if (role === 'corporation') return whole('corporation');
  if (role !== 'portal') return [];
  const parts = partsOf(clause).filter((part) => hasSteps(part.entries));
  return parts.map((part, index): Described => {
    const words = part.head ? restOf(part.head.paragraph) : '';
    const first = part.entries.find(({ paragraph }) => paragraph.head.kind === 'step')?.paragraph.text ?? '';
    const flow =
      flowOf(words) ??
      flowOf(parts.length === 1 && !bothSides.test(title) ? title : '') ??
      (recipientActs.test(first) ? 'portal-recipient' : 'portal-provider');
    const head = part.head?.paragraph.head;
    const item = head?.kind === 'item' ? head.number : String(index + 1);
    return {
      flow,
      place: parts.length > 1 || part.head ? `${clause.number}.${item}` : clause.number,
      title: words === '' ? title : bare(words),
      entries: part.entries,
    };
  });
}

const splitSentences = (text: string): string[] =>
  text.split(/(?<=[\p{L}»")][.])\s+(?=\p{Lu}\p{Ll})/u).map((one) => one.trim());

/** A clause that tells a flow in plain paragraphs: sentences whose subject is a participant are steps. */
function draftsOfProse(described: Described, maker: Maker): Draft[] {
  const ids = new Ids();
  return described.entries.flatMap(({ paragraph, more }) => {
    if (paragraph.head.kind !== 'text' || /привед|келтіріл/iu.test(paragraph.text)) return [];
    return splitSentences(paragraph.text.replace(/:$/u, '')).flatMap((sentence) => {
      const isAct =
        /^(?:(?:услуго)?(?:получател|потребител)ь|портал|направленное|результат|көрсетілетін|алушы|тұтынушы)/iu.test(
          sentence,
        ) && !/должен\s+быть/iu.test(sentence);
      if (!isAct) return [];
      place(maker.context, [paragraph, ...more]);
      return [makeDraft({ id: ids.unnumbered(), text: sentence, src: srcOf(paragraph) }, maker)];
    });
  });
}

/** «Результат … автоматически направляется в личный кабинет» at the end of a list of the provider's steps ends the recipient's flow. */
function appendProse(clause: Clause, flows: ReadonlyMap<FlowName, BuiltFlow>, maker: Maker): void {
  const built = flows.get('portal-recipient');
  if (!built) return;
  const entries = clause.entries.filter(({ paragraph }) => paragraph.head.kind === 'text');
  const described: Described = { flow: 'portal-recipient', place: clause.number, title: undefined, entries };
  for (const draft of draftsOfProse(described, maker)) {
    draft.id = `x${built.drafts.length + 1}`;
    built.drafts.push(draft);
  }
}

/** The steps of one description. */
export function buildFlow(described: Described, maker: Maker): BuiltFlow {
  if (described.flow === 'internal' && isVariants(described.entries)) {
    const merged = mergeVariants(described, maker);
    mark(maker.context, '/process/internal/variants', 'inferred', maker.context.why.variants);
    return { described, ...merged };
  }
  const listed = draftsOf(described.entries, maker);
  const drafts = listed.length > 0 ? listed : draftsOfProse(described, maker);
  return { described, drafts, variants: [], tellings: drafts.length === 0 ? [] : [tellingOf(described, drafts)] };
}

/** «2) процесс 1 – …»: the steps stand under numbers of items. */
const isEnumerated = (entries: readonly Entry[]): boolean =>
  entries.some(({ paragraph: { head } }) => head.kind === 'step' && head.item !== undefined);

function tellingOf({ flow, place, entries }: Described, drafts: readonly Draft[]): Telling {
  const src: [number, number] = [
    drafts.reduce((least, one) => Math.min(least, one.src[0]), Infinity),
    drafts.reduce((most, one) => Math.max(most, one.src[1]), 1),
  ];
  return {
    id: `clause-${place.replace(/\./g, '-')}`,
    kind: 'clause',
    flow,
    place,
    ...(isEnumerated(entries) ? { enumerated: true } : {}),
    items: drafts.map((draft) => ({ step: draft.id, src: draft.src })),
    src,
  };
}

/** The clause that repeats the steps of the internal flow: its items in order, with their own words. */
export function repeatedTelling(clause: Clause, built: BuiltFlow | undefined, maker: Maker): Telling[] {
  if (!built) return [];
  const { context } = maker;
  place(context, [clause.paragraph]);
  const described: Described = { flow: 'internal', place: clause.number, title: undefined, entries: clause.entries };
  const scratch: Maker = { ...maker, context: { ...context, marks: [] } };
  if (isVariants(clause.entries)) {
    const own = mergeVariants(described, scratch);
    return own.tellings.map((telling) => ({
      ...telling,
      kind: 'repeated-clause',
      items: telling.items.map((item) => repeatedItem(item, own.drafts, built.drafts)),
    }));
  }
  const drafts = draftsOf(clause.entries, scratch);
  if (drafts.length === 0) return [];
  const telling = tellingOf(described, drafts);
  return [
    {
      ...telling,
      kind: 'repeated-clause',
      items: telling.items.map((item) => repeatedItem(item, drafts, built.drafts)),
    },
  ];
}

function repeatedItem(
  item: Telling['items'][number],
  own: readonly Draft[],
  of: readonly Draft[],
): Telling['items'][number] {
  const draft = own.find((one) => one.id === item.step);
  if (!draft) return item;
  const original = of.find((one) => normal(one.text) === normal(draft.text)) ?? of.find((one) => one.id === draft.id);
  const text = original && normal(original.text) === normal(draft.text) ? {} : { text: draft.text };
  const terms = draft.terms.map((term) => term.raw).join('; ');
  const sameTerm = original?.terms.map((term) => term.raw).join('; ') === terms;
  return {
    step: original?.id ?? null,
    ...text,
    ...(terms === '' || sameTerm ? {} : { term: terms }),
    ...(item.src ? { src: item.src } : {}),
  };
}

/** The clause of results of steps («6. Результат процедуры …: 1) …»): each result goes to the step of its number. */
export function resultsTelling(clause: Clause, built: BuiltFlow | undefined, context: Context): Telling[] {
  const items: Telling['items'] = [];
  for (const { paragraph, more } of clause.entries) {
    const { head } = paragraph;
    if (head.kind !== 'item' && head.kind !== 'step') continue;
    place(context, [paragraph, ...more]);
    const step = built?.drafts.find(
      (draft) => Number.parseInt(draft.id.slice(1), 10) === Number(head.number) && draft.id.startsWith('p'),
    );
    const text = bare([head.rest, ...more.map((one) => one.text)].join(' '));
    const plain = built?.variants.length === 0 && step !== undefined;
    if (plain) step.result = text;
    items.push({ step: plain ? step.id : null, ...(plain ? {} : { result: text }), src: srcOf(paragraph, more) });
  }
  const first = items[0]?.src;
  const last = items.at(-1)?.src;
  if (!first || !last || !built) return [];
  return [
    {
      id: `clause-${clause.number}`,
      kind: 'results',
      flow: 'internal',
      place: clause.number,
      items,
      src: [first[0], last[1]],
    },
  ];
}

/** «1) услугополучатель подает заявку; 2) услугодатель рассматривает ее»: items of a portal that are acts and no fields of a form. */
function listedActs(clause: Clause, { participants, flow }: Maker): Described[] {
  const items = clause.entries.filter(({ paragraph }) => paragraph.head.kind === 'item');
  const acts = items.filter(({ paragraph }) => participants.actorsOf(restOf(paragraph), flow).sure);
  if (acts.length < 2 || acts.length < items.length / 2) return [];
  return [{ flow, place: clause.number, title: bare(restOf(clause.paragraph)), entries: items }];
}

export interface Process {
  readonly flows: Map<FlowName, BuiltFlow>;
  readonly tellings: Telling[];
}

/** All flows that the clauses of a regulation describe, with their tellings; steps are not connected yet. */
export function readFlows(
  part: Part,
  participants: Participants,
  context: Context,
  whenOf: (words: string) => string[],
): Process {
  const flows = new Map<FlowName, BuiltFlow>();
  const tellings: Telling[] = [];
  for (const clause of part.clauses) {
    const role = roleOfClause(clause);
    const maker = (flow: FlowName): Maker => ({ context, participants, flow, whenOf });
    if (role === 'results') tellings.push(...resultsTelling(clause, flows.get('internal'), context));
    const isProvidersList =
      role === 'portal' &&
      !hasSteps(clause.entries) &&
      clause.entries.some(({ paragraph }) => paragraph.head.kind === 'item') &&
      /услугодател\p{L}*\s+через/iu.test(clause.paragraph.text) &&
      !/и\s+услугополучател/iu.test(clause.paragraph.text);
    if (role === 'repeated' || isProvidersList) {
      if (!flows.has('internal') && clause.entries.length > 0) {
        const built = buildFlow(
          { flow: 'internal', place: clause.number, title: bare(restOf(clause.paragraph)), entries: clause.entries },
          maker('internal'),
        );
        if (built.drafts.length > 0) flows.set('internal', built);
        tellings.push(...built.tellings);
      } else tellings.push(...repeatedTelling(clause, flows.get('internal'), maker('internal')));
      appendProse(clause, flows, maker('portal-recipient'));
      continue;
    }
    const listed = role === 'portal' && !hasSteps(clause.entries) ? listedActs(clause, maker('portal-recipient')) : [];
    const prose: Described[] =
      role === 'portal' && !hasSteps(clause.entries) && listed.length === 0
        ? [
            {
              flow: 'portal-recipient',
              place: clause.number,
              title: undefined,
              entries: clause.entries.filter(({ paragraph }) => paragraph.head.kind === 'text'),
            },
          ]
        : [];
    for (const described of [...(role ? describedBy(clause, role) : []), ...listed, ...prose]) {
      const free = flows.has(described.flow) ? otherFlow(described.flow, flows) : described.flow;
      if (free === undefined) continue;
      const built = buildFlow({ ...described, flow: free }, maker(free));
      if (built.drafts.length === 0) continue;
      flows.set(free, built);
      tellings.push(...built.tellings);
    }
  }
  return { flows, tellings };
}

/** Two parts that seem to tell the same flow of a portal are the two sides of it. */
function otherFlow(flow: FlowName, flows: ReadonlyMap<FlowName, unknown>): FlowName | undefined {
  const other =
    flow === 'portal-provider' ? 'portal-recipient' : flow === 'portal-recipient' ? 'portal-provider' : undefined;
  return other !== undefined && !flows.has(other) ? other : undefined;
}

export function flowModel(built: BuiltFlow, endings: Endings, context: Context): Flow {
  const { described, drafts, variants } = built;
  return {
    ...(described.title === undefined ? {} : { title: described.title }),
    clause: described.place,
    ...(variants.length > 0 ? { variants } : {}),
    steps: connect(drafts, described.flow, endings, context),
  };
}
