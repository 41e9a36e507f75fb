import { noBreak } from './language.ts';

/** The parts of a person's name as the identity document has them. */
export interface PersonName {
  readonly surname: string;
  readonly given: string;
  readonly patronymic?: string | undefined;
}

const initial = (name: string): string => `${[...name.trim()][0] ?? ''}.`;

/** «Әбілқайырова Ұ. Қ.»: the surname first, as officers are named (АППК ст. 80 п. 1). A double given name keeps its hyphen. */
export function initials({ surname, given, patronymic }: PersonName): string {
  const parts = [given, patronymic].filter((part): part is string => Boolean(part?.trim()));
  const letters = parts.map((part) => part.split('-').map(initial).join('-'));
  return [surname.trim(), ...letters].join(noBreak);
}

/** «Әбілқайырова Ұлжан Қанатқызы». */
export const fullName = ({ surname, given, patronymic }: PersonName): string =>
  [surname, given, patronymic].filter((part): part is string => Boolean(part?.trim())).join(' ');

/** «Әбілқайырова Ұ. Қ.» from a name written in full with the surname first; a name already shortened stays as it is. */
export function initialsOf(full: string): string {
  const [surname = '', given, ...rest] = full.trim().split(/\s+/);
  if (given === undefined || given.includes('.')) return full.trim().replace(/\s+/g, noBreak);
  return initials({ surname, given, patronymic: rest[0] });
}
