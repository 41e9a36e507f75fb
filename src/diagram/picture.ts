import type { FlowName, Participant, ViewHints } from '../model/index.ts';

/** What a figure means; each view draws a role its own way. */
export type Role =
  | 'start'
  | 'step'
  | 'condition'
  | 'document'
  | 'result'
  | 'refusal'
  | 'message-start'
  | 'message-end'
  | 'error'
  | 'stop'
  | 'flow'
  | 'connector';

/** What became of a figure or an arrow between two versions. */
export type Fate = 'added' | 'removed' | 'changed';

export interface Figure {
  readonly id: string;
  readonly role: Role;
  readonly lane: string;
  readonly head?: string;
  readonly text: string;
  readonly foot?: string;
  readonly fate?: Fate;
}

export interface Arrow {
  readonly from: string;
  readonly to: string;
  /** `hidden` only keeps two figures one below the other. */
  readonly kind: 'control' | 'message' | 'hidden';
  readonly label?: string;
  readonly fate?: Fate;
}

export interface Lane {
  readonly id: string;
  readonly title: string;
  readonly kind: Participant['kind'] | 'unnamed';
}

/** One diagram before it is any text: what Mermaid and BPMN are both written from. */
export interface Picture {
  /** The name of its files: `block-scheme`, `interaction-corporation.2`. */
  readonly name: string;
  readonly style: 'scheme' | 'interaction';
  readonly flow: FlowName;
  readonly title: string;
  readonly description: string;
  readonly lanes: readonly Lane[];
  readonly figures: readonly Figure[];
  readonly arrows: readonly Arrow[];
  readonly hints: ViewHints;
}
