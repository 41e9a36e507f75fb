import { diagnostic, type Diagnostic } from '../diagnostics/index.ts';
import { diffActs, diffRegulations, samePlaces, type Difference, type RegulationDiff } from '../diff/index.ts';
import { anyWording, type LoadedAct, type LoadedRegulation } from '../model/index.ts';
import { selectSide, wantedOf, type Selected } from './diff-select.ts';

export interface DiffOptions {
  readonly root: string;
  readonly old: string;
  /** Absent: what `old` means, as it stands on the disk. */
  readonly now?: string;
}

/** A regulation or an act as people find it again. */
export interface Named {
  readonly file: string;
  readonly address: string;
  readonly title: string;
}

/** What became of one regulation; without `old` it is new, without `now` it is gone. */
export interface ComparedRegulation {
  readonly old?: Named;
  readonly now?: Named;
  readonly diff: RegulationDiff;
  /** What the drawings are made from. */
  readonly sides: { readonly old?: LoadedRegulation; readonly now?: LoadedRegulation };
}

export interface ComparedAct {
  readonly old: Named;
  readonly now: Named;
  readonly differences: readonly Difference[];
}

export interface DiffReport {
  readonly findings: readonly Diagnostic[];
  readonly acts: readonly ComparedAct[];
  readonly regulations: readonly ComparedRegulation[];
  /** How many things differ, a regulation that is new or gone counting as one. */
  readonly differences: number;
}

const namedRegulation = ({ tree, address, regulation }: LoadedRegulation): Named => ({
  file: tree.file,
  address,
  title: anyWording(regulation.title, regulation.lang, regulation.lang) ?? '',
});

const namedAct = ({ tree, id, act }: LoadedAct): Named => ({
  file: tree.file,
  address: id,
  title: anyWording(act.title, act.lang, act.lang) ?? '',
});

const nothing: RegulationDiff = { differences: [], steps: {}, participants: new Map() };

function comparedRegulations(old: Selected, now: Selected): ComparedRegulation[] {
  const both = old.single && now.single;
  const [one, other] = [old.regulations[0], now.regulations[0]];
  // Two regulations that are named are compared, whatever they are about.
  const pairs = both && one && other ? [{ old: one, now: other }] : samePlaces(old.regulations, now.regulations);
  const single = old.single || now.single;
  return pairs.flatMap((pair): ComparedRegulation[] => {
    const [before, after] = [pair.old, pair.now];
    // Beside the one regulation that is meant, the others of a folder are neither new nor gone.
    if (single && !(old.single ? before : after)) return [];
    return [
      {
        ...(before ? { old: namedRegulation(before) } : {}),
        ...(after ? { now: namedRegulation(after) } : {}),
        diff: before && after ? diffRegulations(before, after) : nothing,
        sides: pair,
      },
    ];
  });
}

/** Acts of the same folder name; two acts that are named are compared, whatever they are called. */
function comparedActs(old: Selected, now: Selected): ComparedAct[] {
  const pairs =
    old.acts.length === 1 && now.acts.length === 1
      ? old.acts.map((act) => [act, now.acts[0]] as const)
      : old.acts.map((act) => [act, now.acts.find(({ id }) => id === act.id)] as const);
  return pairs.flatMap(([before, after]) =>
    after ? [{ old: namedAct(before), now: namedAct(after), differences: diffActs(before, after) }] : [],
  );
}

function languageFindings(regulations: readonly ComparedRegulation[]): Diagnostic[] {
  return regulations.flatMap(({ sides: { old, now } }) => {
    if (!old || !now || old.regulation.lang === now.regulation.lang) return [];
    const args = { old: old.regulation.lang, now: now.regulation.lang };
    return [diagnostic('diff-languages', args, { file: now.tree.file })];
  });
}

const isOneSided = ({ old, now }: ComparedRegulation): boolean => !old || !now;

/** What changed between two regulations, acts, folders or revisions. Faults: those of both sides; warning `diff-languages`. */
export function diff({ root, old: word, now: other = wantedOf(word).rest }: DiffOptions): DiffReport {
  const [old, now] = [selectSide(root, word, other), selectSide(root, other, word)];
  const findings = [...old.findings, ...now.findings];
  if (!old.ok || !now.ok) return { findings, acts: [], regulations: [], differences: 0 };
  const regulations = comparedRegulations(old.value, now.value);
  const acts = comparedActs(old.value, now.value);
  const counted = [...acts.map(({ differences }) => differences), ...regulations.map((one) => one.diff.differences)];
  return {
    findings: [...findings, ...languageFindings(regulations)],
    acts,
    regulations,
    differences: counted.reduce((sum, list) => sum + list.length, 0) + regulations.filter(isOneSided).length,
  };
}
