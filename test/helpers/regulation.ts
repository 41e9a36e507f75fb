import { DiagramWords, Regulation, readModel } from '../../src/model/index.ts';
import { readTree } from '../../src/source/index.ts';
import type { Making } from '../../src/diagram/index.ts';

function read<T>(outcome: { ok: true; value: T } | { ok: false; findings: readonly unknown[] }): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings, null, 1));
  return outcome.value;
}

/** A regulation of a file with the words of diagrams, as the job puts them together. */
export function makingFrom(file = 'test/fixtures/diagrams/regulation.yaml'): Making {
  const regulation = read(readModel(Regulation, read(readTree(file))));
  const words = read(readModel(DiagramWords, read(readTree('templates/diagrams.yaml'))));
  return { regulation, words: words[regulation.lang], layout: {}, file, layoutFile: 'layout.yaml' };
}
