import type { Diagnostic, Place, Position } from './diagnostic.ts';
import { visible } from './visible.ts';
import { words, type Entry } from './words/index.ts';

export type Locale = 'ru' | 'kk' | 'en';

/** Resolves a place to a position and the text around it; the sources of positions live above this folder. */
export type Locate = (place: Place) => { readonly position?: Position; readonly lines?: readonly string[] } | undefined;

const severityWords = {
  en: {
    error: 'error',
    warning: 'warning',
    info: 'note',
    hint: 'hint',
    accepted: 'accepted',
    see: 'see',
    also: 'also at',
  },
  ru: {
    error: 'ошибка',
    warning: 'предупреждение',
    info: 'замечание',
    hint: 'подсказка',
    accepted: 'принято',
    see: 'см.',
    also: 'также',
  },
  kk: {
    error: 'қате',
    warning: 'ескерту',
    info: 'ескертпе',
    hint: 'кеңес',
    accepted: 'қабылданды',
    see: 'қар.',
    also: 'сондай-ақ',
  },
} as const;

const clauseOf = { en: 'clause {n}', ru: 'пункт {n}', kk: '{n}-тармақ' } as const;

/** An argument as it is read: a `place` that is the bare number of a clause («9.1») is called a clause. */
function shown(name: string, value: string | number, locale: Locale): string {
  const isClause = name === 'place' && /^\d+(\.\d+)*$/.test(String(value));
  return isClause ? clauseOf[locale].replace('{n}', String(value)) : visible(String(value));
}

const fill = (template: string, args: Diagnostic['args'], locale: Locale): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = args[name];
    return value === undefined ? whole : shown(name, value, locale);
  });

/** The message and the hint of a finding in a language. A hint with an argument that is empty is left out. */
export function wordingOf(finding: Diagnostic, locale: Locale): { message: string; hint?: string } {
  const entry: Entry = words[finding.code];
  const { message, hint } = entry[locale];
  const pointless =
    hint === undefined || [...hint.matchAll(/\{(\w+)\}/g)].some(([, name]) => finding.args[name ?? ''] === '');
  return {
    message: fill(message, finding.args, locale),
    ...(pointless ? {} : { hint: fill(hint, finding.args, locale) }),
  };
}

/** `file:line:column`, `file!Sheet!B7`, or the file alone. */
export function formatPlace(place: Place, locate: Locate): string {
  if (place.cell) return `${place.file}!${place.cell.sheet}!${place.cell.ref}`;
  const position = place.position ?? locate(place)?.position;
  return position ? `${place.file}:${position.line}:${position.column}` : place.file;
}

function context(place: Place, locate: Locate): string[] {
  const found = locate(place);
  const position = place.position ?? found?.position;
  if (!position || !found?.lines) return [];
  const first = Math.max(0, position.line - 2);
  return found.lines.slice(first, position.line).map((line, offset) => {
    const number = String(first + offset + 1).padStart(5);
    return `  ${number} | ${visible(line.length > 140 ? `${line.slice(0, 139)}…` : line)}`;
  });
}

/** Findings for a person: place, severity, code, words, two lines of context, the hint. One block per finding. */
export function formatText(findings: readonly Diagnostic[], locale: Locale, locate: Locate): string {
  const label = severityWords[locale];
  return findings
    .map((finding) => {
      const { message, hint } = wordingOf(finding, locale);
      const place = finding.at ? `${formatPlace(finding.at, locate)}: ` : '';
      const level = finding.acknowledged === undefined ? label[finding.severity] : label.accepted;
      const lines = [`${place}${level} ${finding.code}: ${message}`];
      if (finding.at) lines.push(...context(finding.at, locate));
      for (const other of finding.related ?? [])
        lines.push(`  ${label.see} ${formatPlace(other, locate)}`, ...context(other, locate));
      const also = (finding.also ?? []).map((other) => formatPlace(other, locate));
      if (also.length > 0) lines.push(`  ${label.also}: ${also.join(', ')}`);
      if (finding.acknowledged !== undefined) lines.push(`  ✓ ${finding.acknowledged}`);
      if (hint) lines.push(`  ${label.hint}: ${hint}`);
      return `${lines.join('\n')}\n`;
    })
    .join('');
}

/** Findings for a program: one JSON array, places resolved. */
export function formatJson(findings: readonly Diagnostic[], locale: Locale, locate: Locate): string {
  const place = (at: Place) => {
    const position = at.position ?? locate(at)?.position;
    return {
      file: at.file,
      ...(at.pointer ? { pointer: at.pointer } : {}),
      ...(at.cell ? { cell: at.cell } : {}),
      ...position,
    };
  };
  const plain = findings.map((finding) => ({
    code: finding.code,
    severity: finding.severity,
    ...wordingOf(finding, locale),
    args: finding.args,
    ...(finding.at ? { at: place(finding.at) } : {}),
    ...(finding.related ? { related: finding.related.map(place) } : {}),
    ...(finding.also ? { also: finding.also.map(place) } : {}),
    ...(finding.acknowledged === undefined ? {} : { acknowledged: finding.acknowledged }),
  }));
  return `${JSON.stringify(plain, null, 2)}\n`;
}

const escapeGithub = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');

/** Findings as workflow commands of GitHub Actions. */
export function formatGithub(findings: readonly Diagnostic[], locale: Locale, locate: Locate): string {
  return findings
    .map((finding) => {
      const level = finding.severity === 'info' ? 'notice' : finding.severity;
      const position = finding.at?.position ?? (finding.at && locate(finding.at)?.position);
      const at = finding.at
        ? ` file=${finding.at.file}${position ? `,line=${position.line},col=${position.column}` : ''}`
        : '';
      const { message, hint } = wordingOf(finding, locale);
      return `::${level}${at},title=${finding.code}::${escapeGithub(hint ? `${message}\n${hint}` : message)}\n`;
    })
    .join('');
}
