import type { FlowName, Regulation, ViewWords } from '../model/index.ts';
import { graphOf } from '../process/index.ts';
import { fill } from '../text/index.ts';
import type { Arrow, Fate, Figure, Lane, Picture } from './picture.ts';
import { pictureOf } from './view.ts';

/** What of a step changed, in words: where it stood, who took it, how long it took. */
export interface Was {
  readonly number?: string;
  readonly term?: string;
  readonly actor?: string;
  readonly moved?: boolean;
}

/** Two versions of a flow and what is the same in them. */
export interface Changes {
  readonly flow: FlowName;
  readonly title: string;
  readonly old: Regulation;
  readonly now: Regulation;
  /** Ids of steps of the old flow by which the new one calls them. */
  readonly steps: ReadonlyMap<string, string>;
  readonly participants: ReadonlyMap<string, string>;
  /** Steps of the new flow that changed, with what they were. */
  readonly changed: ReadonlyMap<string, Was>;
}

const signs: Readonly<Record<Fate, string>> = { added: '+', removed: '−', changed: '≠' };

/** The picture of a version: all flows are drawn as schemes, so that a dashed line can mean what is gone. */
function drawn(regulation: Regulation, { flow, title }: Changes, words: ViewWords): Picture {
  const options = { name: flow, style: 'scheme', title, words, hints: {} } as const;
  const graph = graphOf(regulation, flow, { lost: words.lost });
  if (graph && graph.nodes.length > 0) return pictureOf(regulation, graph, options);
  const nothing = { description: '', lanes: [], figures: [], arrows: [] };
  return { name: flow, style: 'scheme', flow, title, hints: {}, ...nothing };
}

/** The id of a figure of the old picture in the new one, where it is the same thing. */
function sameFigure(figure: Figure, now: Picture, { steps }: Changes): string | undefined {
  const [, before = '', step = ''] = /^([a-z]_)?(.*)$/.exec(figure.id) ?? [];
  const id = figure.id === 's' || before === 'f_' ? figure.id : before + (steps.get(step) ?? '\u0000');
  const there = now.figures.find((one) => one.id === id);
  if (!there) return undefined;
  // An end that says something else is another end.
  const isEnd = before === 'e_' || before === 'd_';
  return isEnd && (there.role !== figure.role || there.text !== figure.text) ? undefined : id;
}

function signed(figure: Figure, fate: Fate, was: readonly string[] = []): Figure {
  const { head, text, foot } = figure;
  const said = [...(foot === undefined ? [] : [foot]), ...was].join('\n');
  return {
    ...figure,
    fate,
    ...(head === undefined ? { text: `${signs[fate]} ${text}` } : { head: `${signs[fate]} ${head}` }),
    ...(said === '' ? {} : { foot: said }),
  };
}

function wasLines({ number, term, actor, moved }: Was, { changes }: ViewWords): string[] {
  const line = (template: string, value: string | undefined): string[] =>
    value === undefined ? [] : [`(${fill(template, { value })})`];
  return [
    ...line(changes.number, number),
    ...line(changes.actor, actor),
    ...line(changes.term, term),
    ...(moved ? [`(${changes.moved})`] : []),
  ];
}

const oldId = (id: string): string => `o_${id}`;

/** Figures of the new picture, and after the ones that they followed those that are gone. */
function figuresOf(
  old: Picture,
  now: Picture,
  same: ReadonlyMap<string, string>,
  lane: (id: string) => string,
  changes: Changes,
  words: ViewWords,
): Figure[] {
  const kept = new Set(same.values());
  const set = now.figures.map((figure) => {
    const was = changes.changed.get(figure.id);
    if (!kept.has(figure.id)) return signed(figure, 'added');
    return was ? signed(figure, 'changed', wasLines(was, words)) : figure;
  });
  let after = -1;
  for (const figure of old.figures) {
    const id = same.get(figure.id);
    if (id !== undefined) after = set.findIndex((one) => one.id === id);
    else {
      after += 1;
      set.splice(after, 0, signed({ ...figure, id: oldId(figure.id), lane: lane(figure.lane) }, 'removed'));
    }
  }
  return set;
}

const labelled = (arrow: Arrow, fate: 'added' | 'removed'): Arrow => ({
  ...arrow,
  fate,
  label: arrow.label === undefined ? signs[fate] : `${signs[fate]} ${arrow.label}`,
});

function arrowsOf(old: Picture, now: Picture, same: ReadonlyMap<string, string>): Arrow[] {
  const id = (of: string): string => same.get(of) ?? oldId(of);
  const key = ({ from, to, label = '' }: Arrow): string => [from, to, label].join('\n');
  const before = old.arrows.map((arrow) => ({ ...arrow, from: id(arrow.from), to: id(arrow.to) }));
  const [was, is] = [new Set(before.map(key)), new Set(now.arrows.map(key))];
  return [
    ...now.arrows.map((arrow) => (was.has(key(arrow)) ? arrow : labelled(arrow, 'added'))),
    ...before.filter((arrow) => !is.has(key(arrow))).map((arrow) => labelled(arrow, 'removed')),
  ];
}

/** The signs that a picture uses, one below the other in a lane of their own. */
function legendOf(figures: readonly Figure[], arrows: readonly Arrow[], { changes }: ViewWords): [Figure[], Arrow[]] {
  const used = (['added', 'removed', 'changed'] as const).filter((fate) =>
    [...figures, ...arrows].some((one) => one.fate === fate),
  );
  const lane = legendLane;
  const signsOf = used.map((fate): Figure =>
    signed({ id: `k_${fate}`, role: 'step', lane, text: changes[fate] }, fate),
  );
  const order = signsOf.slice(1).map(({ id }, index): Arrow => {
    return { from: signsOf[index]?.id ?? '', to: id, kind: 'hidden' };
  });
  return [signsOf, order];
}

const legendLane = 'changes-legend';

/**
 * Both versions of a flow in one picture that needs no colour: what is new has a thick line and «+», what is gone a dashed
 * one and «−», what changed «≠» with what it was. The legend is a lane of its own. A flow that only one version has is
 * new, or gone, as a whole.
 */
export function changesPicture(changes: Changes, words: ViewWords): Picture {
  const [old, now] = [drawn(changes.old, changes, words), drawn(changes.now, changes, words)];
  const same = new Map(
    old.figures.flatMap((figure) => {
      const id = sameFigure(figure, now, changes);
      return id === undefined ? [] : [[figure.id, id] as const];
    }),
  );
  const known = new Map(now.lanes.map((lane) => [lane.id, lane]));
  const lane = (id: string): string => {
    const translated = id
      .split('+')
      .map((one) => changes.participants.get(one) ?? one)
      .join('+');
    return known.has(translated) ? translated : id;
  };
  const figures = figuresOf(old, now, same, lane, changes, words);
  const arrows = arrowsOf(old, now, same);
  const [signsOf, order] = legendOf(figures, arrows, words);
  const gone = old.lanes.filter(({ id }) => lane(id) === id && !known.has(id));
  const lanes: Lane[] = [...now.lanes, ...gone, { id: legendLane, title: words.legend, kind: 'unnamed' }];
  return {
    ...now,
    description: now.description || old.description,
    title: fill(words.changes.title, { title: changes.title }),
    lanes: lanes.filter(({ id }) => [...figures, ...signsOf].some((figure) => figure.lane === id)),
    figures: [...figures, ...signsOf],
    arrows: [...arrows, ...order],
  };
}
