import type { Diagnostic } from '../diagnostics/index.ts';
import type { Library } from '../model/index.ts';
import { acknowledge, gather } from './acknowledge.ts';
import { references } from './references.ts';
import type { Rule } from './rule.ts';
import { stepUnreachable } from './rules/step-unreachable.ts';
import { loopWithoutExit } from './rules/loop-without-exit.ts';
import { branchMissing } from './rules/branch-missing.ts';
import { refusalDeadEnd } from './rules/refusal-dead-end.ts';
import { numberingGap } from './rules/numbering-gap.ts';
import { nextDiffers } from './rules/next-differs.ts';
import { actorUnlisted } from './rules/actor-unlisted.ts';
import { unitIdle } from './rules/unit-idle.ts';
import { unitSeveralNames } from './rules/unit-several-names.ts';
import { sistersDiffer } from './rules/sisters-differ.ts';
import { dayKindUnstated } from './rules/day-kind-unstated.ts';
import { termPartExceedsWhole } from './rules/term-part-exceeds-whole.ts';
import { termIncludedUnsaid } from './rules/term-included-unsaid.ts';
import { numberWordsDiffer } from './rules/number-words-differ.ts';
import { termDiffers } from './rules/term-differs.ts';
import { actionTermsDiffer } from './rules/action-terms-differ.ts';
import { daysMixed } from './rules/days-mixed.ts';
import { termMissing } from './rules/term-missing.ts';
import { phraseDoubled } from './rules/phrase-doubled.ts';
import { resultUnmade } from './rules/result-unmade.ts';
import { refusalUnannounced } from './rules/refusal-unannounced.ts';
import { refusalOnMeritsUnmade } from './rules/refusal-on-merits-unmade.ts';
import { paperUnissued } from './rules/paper-unissued.ts';
import { resultOfAnotherStep } from './rules/result-of-another-step.ts';
import { stepUntold } from './rules/step-untold.ts';
import { tellingDiffers } from './rules/telling-differs.ts';
import { titleDiffers } from './rules/title-differs.ts';
import { appendicesAgree } from './rules/appendices-agree.ts';
import { abbreviations } from './rules/abbreviations.ts';
import { actAgrees } from './rules/act-agrees.ts';
import { letters } from './rules/letters.ts';
import { wordingOurs } from './rules/wording-ours.ts';
import { placeholderLeft } from './rules/placeholder-left.ts';

/** The rules in the order in which their findings are reported within a file. */
export const rules: readonly Rule[] = [
  references,
  placeholderLeft,
  stepUnreachable,
  loopWithoutExit,
  branchMissing,
  refusalDeadEnd,
  numberingGap,
  nextDiffers,
  actorUnlisted,
  unitIdle,
  unitSeveralNames,
  sistersDiffer,
  dayKindUnstated,
  termPartExceedsWhole,
  termIncludedUnsaid,
  numberWordsDiffer,
  termDiffers,
  actionTermsDiffer,
  daysMixed,
  termMissing,
  phraseDoubled,
  resultUnmade,
  refusalUnannounced,
  refusalOnMeritsUnmade,
  paperUnissued,
  resultOfAnotherStep,
  stepUntold,
  tellingDiffers,
  titleDiffers,
  appendicesAgree,
  abbreviations,
  actAgrees,
  letters,
  wordingOurs,
];

/** Findings of all rules over a library, by act and regulation in their order; acknowledged ones carry their reason. */
export function checkLibrary(library: Library, chosen: readonly Rule[] = rules): Diagnostic[] {
  const ofActs = library.acts.flatMap((act) => chosen.flatMap((rule) => [...(rule.act?.(act, library) ?? [])]));
  const ofRegulations = library.regulations.flatMap((one) =>
    chosen.flatMap((rule) => [...(rule.regulation?.(one, library) ?? [])]),
  );
  return gather(acknowledge(library, [...ofActs, ...ofRegulations]));
}
