import { diagnostic, nearest, type Diagnostic, type Pointer } from '../diagnostics/index.ts';
import { resolveMark, type FlowName, type LoadedAct, type LoadedRegulation, type Regulation } from '../model/index.ts';
import { placeIn, type Rule } from './rule.ts';

/** Everything that one place of the file may name, collected once. */
interface Names {
  readonly participants: ReadonlySet<string>;
  readonly outcomes: ReadonlySet<string>;
  readonly tellings: ReadonlySet<string>;
  readonly flows: ReadonlySet<string>;
  readonly steps: ReadonlySet<string>;
}

const flowsOf = (regulation: Regulation) => Object.entries(regulation.process).map(([name, flow]) => ({ name, flow }));

function namesOf(regulation: Regulation): Names {
  return {
    participants: new Set(regulation.participants.map(({ id }) => id)),
    outcomes: new Set(
      [...regulation.results, ...regulation.refusals, ...(regulation.papers ?? [])].map(({ id }) => id),
    ),
    tellings: new Set(regulation.tellings.map(({ id }) => id)),
    flows: new Set(Object.keys(regulation.process)),
    steps: new Set(flowsOf(regulation).flatMap(({ name, flow }) => flow.steps.map((step) => `${name}.${step.id}`))),
  };
}

/** One reference: what sort of thing is named, by which name, at which pointer, among which known names. */
interface Reference {
  readonly what: string;
  readonly name: string;
  readonly pointer: Pointer;
  readonly known: ReadonlySet<string>;
}

const stepName = (flow: string, to: string): string => (to.includes('.') ? to : `${flow}.${to}`);

function* flowReferences(regulation: Regulation, names: Names): Generator<Reference> {
  for (const { name, flow } of flowsOf(regulation)) {
    const variants = new Set(flow.variants?.map(({ id }) => id));
    for (const [index, lane] of (flow.lanes ?? []).entries()) {
      yield { what: 'participant', name: lane, pointer: ['process', name, 'lanes', index], known: names.participants };
    }
    for (const [index, step] of flow.steps.entries()) {
      const at: Pointer = ['process', name, 'steps', index];
      for (const [i, actor] of step.actors.entries())
        yield { what: 'participant', name: actor, pointer: [...at, 'actors', i], known: names.participants };
      for (const [i, { to }] of (step.next ?? []).entries()) {
        yield { what: 'step', name: stepName(name, to), pointer: [...at, 'next', i, 'to'], known: names.steps };
      }
      for (const [i, id] of (step.outcome ?? []).entries())
        yield { what: 'result', name: id, pointer: [...at, 'outcome', i], known: names.outcomes };
      for (const [i, id] of (step.appliesTo ?? []).entries())
        yield { what: 'variant', name: id, pointer: [...at, 'appliesTo', i], known: variants };
      for (const [i, term] of (step.terms ?? []).entries()) {
        if (term.includedIn)
          yield {
            what: 'step',
            name: stepName(name, term.includedIn),
            pointer: [...at, 'terms', i, 'includedIn'],
            known: names.steps,
          };
      }
    }
  }
}

function* tellingReferences(regulation: Regulation, names: Names): Generator<Reference> {
  for (const [index, telling] of regulation.tellings.entries()) {
    const at: Pointer = ['tellings', index];
    yield { what: 'flow', name: telling.flow, pointer: [...at, 'flow'], known: names.flows };
    const variants = new Set(regulation.process[telling.flow]?.variants?.map(({ id }) => id));
    if (telling.variant) yield { what: 'variant', name: telling.variant, pointer: [...at, 'variant'], known: variants };
    for (const [i, item] of telling.items.entries()) {
      if (item.step !== null)
        yield {
          what: 'step',
          name: stepName(telling.flow, item.step),
          pointer: [...at, 'items', i, 'step'],
          known: names.steps,
        };
    }
  }
  for (const [index, appendix] of regulation.appendices.entries()) {
    for (const [i, view] of appendix.contains.entries()) {
      const at: Pointer = ['appendices', index, 'contains', i];
      if (view.flow) yield { what: 'flow', name: view.flow, pointer: [...at, 'flow'], known: names.flows };
      if (view.telling)
        yield { what: 'telling', name: view.telling, pointer: [...at, 'telling'], known: names.tellings };
    }
  }
}

const unknownReference = (
  subject: LoadedRegulation | LoadedAct,
  { what, name, pointer, known }: Reference,
): Diagnostic =>
  diagnostic('reference-unknown', { what, name, near: nearest(name, known).join(', ') }, placeIn(subject, ...pointer));

function* doubled(
  subject: LoadedRegulation | LoadedAct,
  what: string,
  names: readonly string[],
  pointer: (index: number) => Pointer,
): Generator<Diagnostic> {
  const seen = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    const first = seen.get(name);
    if (first === undefined) seen.set(name, index);
    else
      yield diagnostic('reference-doubled', { what, name }, placeIn(subject, ...pointer(index)), {
        related: [placeIn(subject, ...pointer(first))],
      });
  }
}

function* marksThatNameNothing(
  subject: LoadedRegulation | LoadedAct,
  marks: readonly { readonly at: string }[] | undefined,
): Generator<Diagnostic> {
  for (const [index, { at }] of (marks ?? []).entries()) {
    if (resolveMark(at, subject.tree.data) === undefined)
      yield diagnostic('mark-lost', { at }, placeIn(subject, 'marks', index, 'at'));
  }
}

/** Every name that a regulation or an act uses is declared, once. */
export const references: Rule = {
  *regulation(subject) {
    const { regulation } = subject;
    const names = namesOf(regulation);
    for (const reference of [...flowReferences(regulation, names), ...tellingReferences(regulation, names)]) {
      if (!reference.known.has(reference.name)) yield unknownReference(subject, reference);
    }
    yield* doubled(
      subject,
      'participant',
      regulation.participants.map(({ id }) => id),
      (index) => ['participants', index, 'id'],
    );
    yield* doubled(
      subject,
      'telling',
      regulation.tellings.map(({ id }) => id),
      (index) => ['tellings', index, 'id'],
    );
    for (const { name, flow } of flowsOf(regulation)) {
      yield* doubled(
        subject,
        'step',
        flow.steps.map(({ id }) => id),
        (index) => ['process', name as FlowName, 'steps', index, 'id'],
      );
    }
    yield* marksThatNameNothing(subject, regulation.marks);
  },
  *act(subject, library) {
    const prefix = `${subject.id}/`;
    const known = [...library.regulations.map(({ address }) => address), ...(library.broken ?? [])];
    const present = new Set(
      known.filter((address) => address.startsWith(prefix)).map((address) => address.slice(prefix.length)),
    );
    for (const [index, { service }] of subject.act.services.entries()) {
      if (service !== null && !present.has(service))
        yield unknownReference(subject, {
          what: 'service',
          name: service,
          pointer: ['services', index, 'service'],
          known: present,
        });
    }
    yield* marksThatNameNothing(subject, subject.act.marks);
  },
};
