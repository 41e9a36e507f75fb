import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { BuiltTemplate } from '../../../src/document/index.ts';
import { loadTemplates, nothingBuilt, templateModules, type Built } from '../../../src/jobs/templates.ts';
import { freshFolder } from '../../helpers/cases.ts';

const modules = templateModules('.');
const sound: Built = {
  has: (key) => modules.has(key),
  load: (key) => {
    const module: { exports?: unknown } = {};
    new Script(modules.get(key) ?? '').runInNewContext({ module, Map, Object });
    return module.exports as BuiltTemplate;
  },
};

function copy(): string {
  const root = freshFolder();
  cpSync('templates', join(root, 'templates'), { recursive: true });
  return root;
}

const edit = (file: string, from: string, to: string) => (root: string) => {
  const path = join(root, 'templates', file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} no longer holds ${from}`);
  writeFileSync(path, text.replace(from, to));
};
const add = (file: string, text: string) => (root: string) => appendFileSync(join(root, 'templates', file), text);

describe('templates that the build found sound', () => {
  it('are the same as those that are checked now', () => {
    const fresh = loadTemplates('.', nothingBuilt);
    const known = loadTemplates('.', sound);
    expect(known.findings).toEqual([]);
    const plain = ({ templates }: typeof fresh) => JSON.parse(JSON.stringify(templates.all())) as unknown[];
    expect(plain(known).length).toBeGreaterThan(20);
    expect(plain(known)).toEqual(plain(fresh));
  });

  it.each<[string, (root: string) => void]>([
    ['an unknown field in a template', add('documents/licence.hbs', '<p>{{nonsense}}</p>')],
    ['a block left open in a template', add('documents/licence.hbs', '{{#if number}}')],
    ['an unknown element in a part', add('partials/letterhead.hbs', '<nonsense/>')],
    ['an unknown field in a part', add('partials/letterhead.hbs', '<p>{{nonsense}}</p>')],
    ['a word of a template with an unknown field', add('documents/licence.yaml', '  odd: { kk: "{{", ru: "а" }\n')],
    ['a broken file of words', add('documents/consent.yaml', '\n: [')],
    ['a word that all share', add('partials/texts.yaml', '  odd: { kk: "<nonsense/>", ru: "а" }\n')],
    ['the kind', edit('documents/consent.yaml', 'kind: consent', 'kind: licence')],
    ['a part that is gone', (root) => rmSync(join(root, 'templates/partials/letterhead.hbs'))],
    ['the shared words that are gone', (root) => rmSync(join(root, 'templates/partials/texts.yaml'))],
    ['the words of a template that are gone', (root) => rmSync(join(root, 'templates/documents/consent.yaml'))],
  ])('say of %s what they say where nothing is known', (_, damage) => {
    const root = copy();
    damage(root);
    const known = loadTemplates(root, sound);
    const fresh = loadTemplates(root, nothingBuilt);
    expect(fresh.findings).not.toEqual([]);
    expect(known.findings).toEqual(fresh.findings);
    expect(known.templates.all().map(({ kind }) => kind)).toEqual(fresh.templates.all().map(({ kind }) => kind));
  });

  it('a changed part changes the words that are printed', () => {
    const root = copy();
    const marks = (folder: string) =>
      new Map(
        loadTemplates(folder, sound)
          .templates.all()
          .map((one) => [one.kind, one.form]),
      );
    const before = marks(root);
    add('partials/letterhead.hbs', '{{!-- another --}}')(root);
    for (const [kind, form] of marks(root)) expect(form, kind).not.toBe(before.get(kind));
  });
});
