import type { Pointer } from '../diagnostics/index.ts';
import type { FlowName } from '../model/index.ts';

/** Of what kind a thing is that was added, removed or changed. */
export const parts = [
  'act',
  'service',
  'regulation',
  'total-term',
  'channel',
  'flow',
  'variant',
  'step',
  'participant',
  'result',
  'refusal',
  'paper',
  'table',
  'telling',
  'appendix',
  'legend',
  'question',
  'chapter',
  'clause',
  'glossary',
  'abbreviation',
  'requirement',
  'technical-condition',
  'form-field',
] as const;
export type Part = (typeof parts)[number];

/** What of a thing changed. */
export const fields = [
  'number',
  'title',
  'heading',
  'kind',
  'lang',
  'date',
  'issuer',
  'signatory',
  'registration',
  'in-force',
  'repealed-by',
  'provider',
  'provider-short',
  'provider-text',
  'standard',
  'standard-title',
  'documents',
  'service-form',
  'result-form',
  'automation',
  'service-kind',
  'storage',
  'questionnaire',
  'name-label',
  'clause',
  'start',
  'lanes',
  'actor',
  'text',
  'short',
  'term',
  'result',
  'next',
  'end',
  'outcome',
  'document',
  'notes',
  'variants',
  'condition',
  'name',
  'short-name',
  'aliases',
  'listed',
  'kinds',
  'place',
  'forms',
  'grounds',
  'url',
  'orientation',
  'variant',
  'order',
  'rows',
  'parts',
  'cell',
  'views',
  'form-mark',
  'options',
  'definition',
  'abbreviation',
] as const;
export type Field = (typeof fields)[number];

/** Words of an act as they are shown: null where the source lost them, absent where the act says nothing. */
export interface Change {
  readonly field: Field;
  /** Where inside the thing: the step of a cell. */
  readonly where?: string;
  readonly before?: string | null;
  readonly after?: string | null;
}

/** A thing as people call it, and where it stands in its file. */
export interface Thing {
  readonly label: string;
  readonly pointer: Pointer;
  /** Its words, where the label does not hold them. */
  readonly text?: string;
}

/** One thing that is new, gone, or not what it was. */
export interface Difference {
  readonly part: Part;
  readonly kind: 'added' | 'removed' | 'changed';
  /** The description of the process that the thing belongs to. */
  readonly flow?: FlowName;
  readonly before?: Thing;
  readonly after?: Thing;
  /** It stands elsewhere among the others. */
  readonly moved?: true;
  readonly changes: readonly Change[];
}

/** The same differences looked at from the other side. */
export const mirrored = (differences: readonly Difference[]): Difference[] =>
  differences.map(({ kind, before, after, changes, ...rest }) => ({
    ...rest,
    kind: kind === 'added' ? 'removed' : kind === 'removed' ? 'added' : 'changed',
    ...(after ? { before: after } : {}),
    ...(before ? { after: before } : {}),
    changes: changes.map(({ before: was, after: is, ...change }) => ({
      ...change,
      ...(is === undefined ? {} : { before: is }),
      ...(was === undefined ? {} : { after: was }),
    })),
  }));
