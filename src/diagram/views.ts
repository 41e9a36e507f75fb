import { diagnostic, failure, success, type Diagnostic, type Outcome } from '../diagnostics/index.ts';
import {
  anyWording,
  type DiagramLayout,
  type ViewWords,
  type FlowName,
  type Regulation,
  type ViewHints,
} from '../model/index.ts';
import {
  filedGraph,
  graphOf,
  tellsOtherwise,
  unreachable,
  variantsApart,
  withPickup,
  type Graph,
} from '../process/index.ts';
import { fill } from '../text/index.ts';
import type { Picture } from './picture.ts';
import { pictureOf } from './view.ts';

/** A diagram that a regulation calls for. `named`: the act's list of appendices has it. */
export interface View {
  /** The name of its file, without its ending. */
  readonly name: string;
  readonly kind: 'block-scheme' | 'interaction' | 'legend';
  readonly flow: FlowName;
  readonly variant?: string;
  readonly title: string;
  readonly named: boolean;
  /** The telling that is drawn as the act has it, with its mistakes. */
  readonly telling?: string;
}

/** What every diagram of a regulation is made from. */
export interface Making {
  readonly regulation: Regulation;
  readonly words: ViewWords;
  readonly layout: DiagramLayout;
  /** The files that findings name: of the regulation, and of its layout. */
  readonly file: string;
  readonly layoutFile: string;
}

const derivable: readonly { readonly kind: 'block-scheme' | 'interaction'; readonly flow: FlowName }[] = [
  { kind: 'block-scheme', flow: 'internal' },
  { kind: 'interaction', flow: 'portal-provider' },
  { kind: 'interaction', flow: 'portal-recipient' },
  { kind: 'interaction', flow: 'corporation' },
];

const nameOf = (kind: View['kind'], flow: FlowName): string => (kind === 'interaction' ? `${kind}-${flow}` : kind);

/** The views that the appendices name, in their order, under their own numbers and titles. */
function namedViews({ regulation, words }: Making): View[] {
  return regulation.appendices.flatMap((appendix) =>
    appendix.contains.flatMap((item): View[] => {
      const kind = item.view;
      if (kind === 'results-table' || kind === 'questionnaire') return [];
      const flow = item.flow ?? 'internal';
      if (kind !== 'legend' && !regulation.process[flow]) return [];
      const own = anyWording(item.title ?? appendix.title, regulation.lang, regulation.lang);
      const title =
        own ?? (kind === 'legend' ? words.legend : words.views[flow === 'internal' ? 'block-scheme' : flow]);
      const headed = appendix.number === null ? title : fill(words.appendix, { number: appendix.number, title });
      return [{ name: nameOf(kind, flow), kind, flow, title: headed, named: true }];
    }),
  );
}

function spreadVariants(view: View, { regulation, words }: Making): View[] {
  const flow = regulation.process[view.flow];
  const apart = flow && view.kind !== 'legend' ? variantsApart(flow) : [];
  if (apart.length === 0) return [view];
  return apart.map((variant) => {
    const named = flow?.variants?.find(({ id }) => id === variant)?.name;
    const title = fill(words.variant, {
      title: view.title,
      variant: anyWording(named, regulation.lang, regulation.lang) ?? variant,
    });
    return { ...view, name: `${view.name}.${variant}`, variant, title };
  });
}

/** The views of a regulation: those its act names; with `all`, also those that can be derived, marked as not the act's. */
export function viewsOf(making: Making, all: boolean): View[] {
  const { regulation, words } = making;
  const named = namedViews(making);
  const has = (kind: View['kind'], flow: FlowName): boolean =>
    named.some((view) => view.kind === kind && view.flow === flow);
  const rest = !all
    ? []
    : [
        ...derivable
          .filter(({ kind, flow }) => regulation.process[flow] && !has(kind, flow))
          .map(({ kind, flow }): View => {
            const title = fill(words.notInAct, { title: words.views[flow === 'internal' ? 'block-scheme' : flow] });
            return { name: nameOf(kind, flow), kind, flow, title, named: false };
          }),
        ...(named.some(({ kind }) => kind === 'legend')
          ? []
          : [
              {
                name: 'legend',
                kind: 'legend',
                flow: 'internal',
                title: fill(words.notInAct, { title: words.legend }),
                named: false,
              } satisfies View,
            ]),
      ];
  const unique = [...new Map([...named, ...rest].map((view) => [view.name, view])).values()];
  return unique.flatMap((view) => spreadVariants(view, making));
}

/** Every telling that differs from the process, under the view of its flow. */
export function filedViewsOf(making: Making): View[] {
  const { regulation, words } = making;
  return viewsOf(making, true)
    .filter(({ kind, variant }) => kind !== 'legend' && variant === undefined)
    .flatMap((view) =>
      regulation.tellings
        .filter((telling) => {
          const flow = regulation.process[view.flow];
          return telling.flow === view.flow && telling.kind !== 'results' && flow && tellsOtherwise(telling, flow);
        })
        .map((telling) => ({
          ...view,
          name: `${view.name}.as-filed.${telling.id}`,
          title: fill(words.asFiled, { title: view.title, place: telling.place }),
          named: false,
          telling: telling.id,
        })),
    );
}

function faultsOf(graph: Graph, view: View, { regulation, file }: Making): Diagnostic[] {
  const steps = regulation.process[view.flow]?.steps ?? [];
  const place = (step: string) => ({
    file,
    pointer: [
      'process',
      view.flow,
      'steps',
      Math.max(
        0,
        steps.findIndex(({ id }) => id === step),
      ),
    ],
  });
  return [
    ...graph.broken.map(({ step, to }) => diagnostic('diagram-target-unknown', { step, to }, place(step))),
    ...unreachable(graph)
      .filter((id) => steps.some((step) => step.id === id))
      .map((id) => diagnostic('diagram-unreachable', { step: id, view: view.name }, place(id))),
  ];
}

function filedGraphOf(view: View, { regulation, words }: Making): Graph | undefined {
  const telling = regulation.tellings.find(({ id }) => id === view.telling);
  return telling && filedGraph(regulation, telling, words.lost);
}

/** The graph of a view; the corporation's goes on to the hand-over, unless the act draws that apart. */
function graphOfView(view: View, { regulation, words }: Making): Graph | undefined {
  const graph = graphOf(regulation, view.flow, {
    lost: words.lost,
    ...(view.variant === undefined ? {} : { variant: view.variant }),
  });
  const pickup = regulation.process['corporation-pickup'];
  if (!graph || !pickup || view.flow !== 'corporation') return graph;
  const rest = graphOf(regulation, 'corporation-pickup', { lost: words.lost });
  return rest ? withPickup(graph, rest, pickup.clause) : graph;
}

/** The picture of a view. Faults: `diagram-empty`, `diagram-target-unknown`; warning `diagram-unreachable`. */
export function pictureOfView(view: View, making: Making): Outcome<Picture> {
  const { regulation, words, layout, file } = making;
  const graph = view.telling === undefined ? graphOfView(view, making) : filedGraphOf(view, making);
  if (!graph || graph.nodes.length === 0) {
    return failure([
      diagnostic('diagram-empty', { view: view.name, flow: view.flow }, { file, pointer: ['process', view.flow] }),
    ]);
  }
  const faults = view.telling === undefined ? faultsOf(graph, view, making) : [];
  if (faults.some(({ severity }) => severity === 'error')) return failure(faults);
  const hints: ViewHints = layout[view.name] ?? {};
  const style = view.kind === 'interaction' ? 'interaction' : 'scheme';
  return success(pictureOf(regulation, graph, { name: view.name, style, title: view.title, words, hints }), faults);
}
