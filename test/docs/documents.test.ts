import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadLibrary } from '../../src/jobs/regulations.ts';
import { loadTemplates } from '../../src/jobs/templates.ts';
import { documentKinds } from '../../src/model/index.ts';

/** docs/documents.md against the regulations, the templates and the pictures; `UPDATE=1` writes its tables anew. */
const page = 'docs/documents.md';
const { library } = loadLibrary('.');
const { templates } = loadTemplates('.');
const code = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(' ');

function services(): string[] {
  const rows = library.regulations.map(({ address, regulation: { results, refusals, papers = [] } }) => {
    const [granted, refused, onTheWay] = [results, refusals, papers].map((outcomes) => [
      ...new Set(outcomes.flatMap(({ kinds }) => kinds)),
    ]);
    return `| ${address} | ${code(granted ?? [])} | ${code(refused ?? [])} | ${code(onTheWay ?? [])} |`;
  });
  return ['| service | results | refusals | papers on the way |', '|---|---|---|---|', ...rows];
}

function kinds(): string[] {
  const rows = documentKinds.map((kind) => {
    const { name, form, status, since, why } = templates.get(kind)?.texts ?? {};
    const compared = status === 'verified' ? `compared${since === undefined ? '' : ` for ${since} and later`}` : 'practice';
    const languages = form === 'bilingual' ? 'both on one' : 'kk or ru';
    return `| [\`${kind}\`](../templates/documents/${kind}.hbs) | ${name?.kk} | ${name?.ru} | ${languages} | ${compared} | ${why} |`;
  });
  return ['| kind | қазақша | по-русски | languages | status | what of it was compared |', '|---|---|---|---|---|---|', ...rows];
}

function pictures(): string[] {
  const files = readdirSync('docs/pictures/documents').sort();
  const columns = 4;
  const pieces = files.map((file) => {
    const name = file.replace('.png', '');
    return `![${name}](pictures/documents/${file}) \`${name}\``;
  });
  const rows = Array.from({ length: Math.ceil(pieces.length / columns) }, (_, row) => {
    const cells = Array.from({ length: columns }, (_cell, column) => pieces[row * columns + column] ?? '');
    return `| ${cells.join(' | ')} |`;
  });
  return ['| | | | |', '|---|---|---|---|', ...rows];
}

describe(page, () => {
  it.each(Object.entries({ services, kinds, pictures }))('has the table of %s as it is', (name, lines) => {
    const text = readFileSync(page, 'utf8');
    const [from, to] = [text.indexOf(`<!-- ${name} -->`), text.indexOf(`<!-- /${name} -->`)];
    expect(from).toBeGreaterThan(0);
    const wanted = `${text.slice(0, from)}<!-- ${name} -->\n${lines().join('\n')}\n${text.slice(to)}`;
    if (process.env['UPDATE']) writeFileSync(page, wanted);
    expect(readFileSync(page, 'utf8')).toBe(wanted);
  });

  it('says of every kind once what it is for', () => {
    const chapter = readFileSync(page, 'utf8').split(/^## /m).find((text) => text.startsWith('What each kind is for'));
    const named = [...(chapter ?? '').matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, kind]) => kind);
    expect(named.sort()).toEqual([...documentKinds].sort());
  });

  it('has a picture of every kind, of a sheet of one language in both', () => {
    const shown = new Set(readdirSync('docs/pictures/documents'));
    const wanted = documentKinds.flatMap((kind) =>
      templates.get(kind)?.texts.form === 'bilingual' ? [`${kind}.png`] : [`${kind}.kk.png`, `${kind}.ru.png`],
    );
    expect(wanted.filter((file) => !shown.has(file))).toEqual([]);
  });
});
