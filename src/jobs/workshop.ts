import type { DocumentKind } from '../model/index.ts';
import { Basis } from './basis.ts';
import type { Ledger } from './manifest.ts';
import { signedAs, type Signing } from './signing.ts';
import { Surroundings } from './situation.ts';

/** How the documents of a run are to be; can be sent to another thread. */
export interface RenderOptions {
  readonly root: string;
  readonly out: string;
  readonly kinds?: readonly DocumentKind[];
  /** Every document is a specimen, whatever its case says. */
  readonly specimen?: boolean;
  /** Nothing is printed that rests on practice, on unverified law or on our own unreviewed words. */
  readonly strict?: boolean;
  /** Documents are signed, those excepted that people sign by pen. */
  readonly signing?: Signing;
}

/** Everything that stands ready when a case comes; made once on each thread. */
export interface Workshop {
  readonly options: RenderOptions;
  readonly surroundings: Surroundings;
  readonly basis: Basis;
  /** What earlier runs made. */
  readonly ledger: Ledger;
}

export const openWorkshop = (options: RenderOptions, ledger: Ledger): Workshop => {
  const { root, kinds, specimen, strict, signing } = options;
  const basis = new Basis(root, { kinds, specimen, strict, signed: signing && signedAs(signing) });
  return { options, ledger, surroundings: new Surroundings(root), basis };
};
