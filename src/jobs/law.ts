import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeCalendar, type Calendar } from '../calendar/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { calendarYearSchema } from '../model/calendar.ts';
import { Citations, Grounds, Names, NumberFormats, type Law } from '../model/law.ts';
import { readModel } from '../model/index.ts';
import type { z } from 'zod';
import { readTree } from '../source/index.ts';

export interface LoadedLaw {
  readonly law: Law;
  readonly calendar: Calendar;
  readonly findings: readonly Diagnostic[];
}

/** Reads `law/`: grounds, citations, numbers, names, and every year of the calendar. What is broken is reported and left out. */
export function loadLaw(root: string): LoadedLaw {
  const findings: Diagnostic[] = [];
  const read = <S extends z.ZodType>(schema: S, ...path: string[]): z.output<S> | undefined => {
    const tree = readTree(join(root, 'law', ...path));
    const model = tree.ok ? readModel(schema, tree.value) : tree;
    findings.push(...model.findings);
    return model.ok ? model.value : undefined;
  };
  const folder = join(root, 'law', 'calendar', 'kz');
  const years = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.yaml'))
        .sort()
    : [];
  return {
    law: {
      grounds: read(Grounds, 'grounds.yaml')?.lists ?? [],
      citations: read(Citations, 'citations.yaml')?.citations ?? [],
      numbers: read(NumberFormats, 'numbers.yaml')?.numbers ?? [],
      names: read(Names, 'names.yaml')?.names ?? [],
    },
    calendar: makeCalendar(years.flatMap((name) => read(calendarYearSchema, 'calendar', 'kz', name) ?? [])),
    findings,
  };
}
