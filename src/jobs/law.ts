import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeCalendar, type Calendar } from '../calendar/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import type { Law } from '../model/law.ts';
import { readData, type DataKind } from './data-files.ts';

export interface LoadedLaw {
  readonly law: Law;
  readonly calendar: Calendar;
  readonly findings: readonly Diagnostic[];
}

/** Reads `law/`: grounds, citations, numbers, names, and every year of the calendar. What is broken is reported and left out. */
export function loadLaw(root: string): LoadedLaw {
  const findings: Diagnostic[] = [];
  const read = <K extends DataKind>(kind: K, ...path: string[]) => {
    const data = readData(kind, join(root, 'law', ...path));
    findings.push(...data.findings);
    return data.ok ? data.value.value : undefined;
  };
  const folder = join(root, 'law', 'calendar', 'kz');
  const years = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.yaml'))
        .sort()
    : [];
  return {
    law: {
      grounds: read('grounds', 'grounds.yaml')?.lists ?? [],
      citations: read('citations', 'citations.yaml')?.citations ?? [],
      numbers: read('numbers', 'numbers.yaml')?.numbers ?? [],
      names: read('names', 'names.yaml')?.names ?? [],
    },
    calendar: makeCalendar(years.flatMap((name) => read('calendar', 'calendar', 'kz', name) ?? [])),
    findings,
  };
}
