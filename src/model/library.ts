import type { Tree } from '../source/index.ts';
import type { Act } from './act.ts';
import type { Regulation } from './regulation.ts';

/** An act with its file. */
export interface LoadedAct {
  readonly id: string;
  readonly act: Act;
  readonly tree: Tree;
}

/** A regulation with its address `<act>/<service>`, its act and its file. */
export interface LoadedRegulation {
  readonly address: string;
  readonly service: string;
  readonly act: LoadedAct;
  readonly regulation: Regulation;
  readonly tree: Tree;
}

export interface Library {
  readonly acts: readonly LoadedAct[];
  readonly regulations: readonly LoadedRegulation[];
  /** Addresses whose files are there and cannot be read; they are reported once, where they break. */
  readonly broken?: readonly string[];
}
