import { diagnostic, type Diagnostic, type Pointer } from '../diagnostics/index.ts';
import { resolveMark, type Library } from '../model/index.ts';
import { placeIn } from './rule.ts';

const startsWith = (pointer: Pointer, prefix: Pointer): boolean =>
  prefix.every((part, index) => pointer[index] === part);

/**
 * Findings that a mark of kind `acknowledged` accepts (same rule, at or under the mark's place) carry its reason and
 * no longer count; a mark that accepts nothing is itself a finding.
 */
export function acknowledge(library: Library, findings: readonly Diagnostic[]): Diagnostic[] {
  const result = [...findings];
  for (const subject of [...library.acts, ...library.regulations]) {
    const marks = 'regulation' in subject ? subject.regulation.marks : subject.act.marks;
    for (const [index, mark] of (marks ?? []).entries()) {
      const at = mark.kind === 'acknowledged' ? resolveMark(mark.at, subject.tree.data) : undefined;
      if (!at) continue;
      const accepts = ({ code, at: place }: Diagnostic): boolean =>
        place?.file === subject.tree.file &&
        (mark.rule === undefined || mark.rule === code) &&
        startsWith(place.pointer ?? [], at);
      let used = false;
      for (const [position, finding] of result.entries()) {
        if (!accepts(finding)) continue;
        used = true;
        result[position] = { ...finding, acknowledged: mark.why };
      }
      if (!used)
        result.push(
          diagnostic(
            'acknowledgement-unused',
            { rule: mark.rule ?? '', at: mark.at },
            placeIn(subject, 'marks', index),
          ),
        );
    }
  }
  return result;
}

/** Findings of one act with the same words become one with all its places. */
export function gather(findings: readonly Diagnostic[]): Diagnostic[] {
  const groups = new Map<string, Diagnostic>();
  const folder = (file: string | undefined): string => (file ?? '').replace(/\/[^/]*$/, '');
  for (const finding of findings) {
    const key = JSON.stringify([finding.code, finding.args, folder(finding.at?.file), finding.acknowledged]);
    const first = groups.get(key);
    if (first && finding.at) groups.set(key, { ...first, also: [...(first.also ?? []), finding.at] });
    else groups.set(key, finding);
  }
  return [...groups.values()];
}
