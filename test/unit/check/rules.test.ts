import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkLibrary } from '../../../src/check/index.ts';
import { words, type Diagnostic } from '../../../src/diagnostics/index.ts';
import { Act, Regulation, resolveMark, type Library, type LoadedRegulation } from '../../../src/model/index.ts';
import { checkActors } from '../../../src/diagnostics/words/check-actors.ts';
import { checkFlow } from '../../../src/diagnostics/words/check-flow.ts';
import { checkResults } from '../../../src/diagnostics/words/check-results.ts';
import { checkTellings } from '../../../src/diagnostics/words/check-tellings.ts';
import { checkTerms } from '../../../src/diagnostics/words/check-terms.ts';
import { checkTitles } from '../../../src/diagnostics/words/check-titles.ts';

const folder = 'test/golden/check';

interface Fixture {
  sisters?: number;
  sisterSet?: Record<string, unknown>;
  set?: Record<string, unknown>;
  remove?: string[];
  expect: string[];
}

type Tree = Record<string | number, unknown>;
const base = (): Tree => parse(readFileSync(join(folder, 'base.yaml'), 'utf8')) as Tree;

/** Sets (or removes, with undefined) what a path of the fixture names; the last key may be new. */
function put(data: Tree, path: string, value: unknown): void {
  const cut = path.lastIndexOf('/');
  const last = path.slice(cut + 1);
  const whole = resolveMark(path, data);
  const parent = whole?.slice(0, -1) ?? resolveMark(path.slice(0, cut), data) ?? [];
  const holder = parent.reduce<Tree>((here, key) => here[key] as Tree, data);
  const key = whole?.at(-1) ?? last;
  if (Array.isArray(holder) && whole === undefined) holder.push(value);
  else if (value === undefined) Reflect.deleteProperty(holder, key);
  else holder[key] = value;
}

const act = {
  id: 'act',
  act: Act.parse(parse(readFileSync(join(folder, 'act.yaml'), 'utf8'))),
  tree: { file: 'act.yaml', text: '', data: {} },
};

function loaded(data: Tree, service: string): LoadedRegulation {
  return {
    address: `act/${service}`,
    service,
    act,
    regulation: Regulation.parse(data),
    tree: { file: `${service}.yaml`, text: '', data },
  };
}

function libraryOf(fixture: Fixture): Library {
  const subject = base();
  for (const [path, value] of Object.entries(fixture.set ?? {})) put(subject, path, value);
  for (const path of fixture.remove ?? []) put(subject, path, undefined);
  const sisters = Array.from({ length: fixture.sisters ?? 0 }, (_, index) => {
    const sister = base();
    const title = `Соседняя услуга номер ${index + 1} со своим длинным названием`;
    for (const path of ['/title', '/standard/title']) put(sister, path, title);
    put(sister, '/appendices/0/heading', `к регламенту государственной услуги «${title}»`);
    for (const [path, value] of Object.entries(fixture.sisterSet ?? {})) put(sister, path, value);
    return loaded(sister, `sister-${index}`);
  });
  return { acts: [act], regulations: [loaded(subject, 'subject'), ...sisters] };
}

const found = (library: Library): Diagnostic[] => checkLibrary(library).filter(({ at }) => at?.file === 'subject.yaml');

describe('the base fixture is without a fault', () => {
  it('has no findings', () => expect(found(libraryOf({ expect: [] }))).toEqual([]));
});

const codes = Object.keys({
  ...checkFlow,
  ...checkActors,
  ...checkTerms,
  ...checkResults,
  ...checkTellings,
  ...checkTitles,
});
const ofActs = ['service-without-regulation', 'date-order'];

describe.each(codes.filter((code) => !ofActs.includes(code)))('%s', (code) => {
  it('has its page', () => expect(existsSync(join('docs/rules', `${code}.md`))).toBe(true));
  it.each(['bad', 'good'])('%s', (name) => {
    const fixture = parse(readFileSync(join(folder, code, `${name}.yaml`), 'utf8')) as Fixture;
    const places = found(libraryOf(fixture))
      .filter((finding) => finding.code === code && finding.acknowledged === undefined)
      .flatMap(({ at, also }) => [at, ...(also ?? [])])
      .map((at) => `/${(at?.pointer ?? []).join('/')}`);
    expect(places).toEqual(fixture.expect);
  });
});

describe('rules of acts', () => {
  const run = (change: Partial<Act>): string[] =>
    checkLibrary({ acts: [{ ...act, act: { ...act.act, ...change } }], regulations: [loaded(base(), 'subject')] })
      .filter(({ at }) => at?.file === 'act.yaml')
      .map(({ code }) => code);
  it('an act in order has no findings', () => expect(run({})).toEqual([]));
  it('an approval after the act is found', () =>
    expect(run({ approvals: [{ post: 'Министр', name: 'А. Б.', date: '2015-03-26' }] })).toEqual(['date-order']));
  it('an approval before the act is not', () =>
    expect(run({ approvals: [{ post: 'Министр', name: 'А. Б.', date: '2015-03-01' }] })).toEqual([]));
  it('a registration before the act is found', () =>
    expect(run({ registration: { number: '7', date: '2015-01-01' } })).toEqual(['date-order']));
  it('a service of the list without a regulation is found', () =>
    expect(run({ services: [...act.act.services, { n: '2', service: null, title: 'Полив сада' }] })).toEqual([
      'service-without-regulation',
    ]));
});

describe('every code', () => {
  it.each(Object.entries(words))('%s is said with the same arguments in three languages', (_code, entry) => {
    const names = (text: string | undefined): string[] =>
      [...new Set([...(text ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort();
    for (const part of ['message', 'hint'] as const) {
      const texts = [entry.en, entry.ru, entry.kk].map((said: { message: string; hint?: string }) => said[part]);
      expect(names(texts[1])).toEqual(names(texts[0]));
      expect(names(texts[2])).toEqual(names(texts[0]));
    }
  });
  it('fixtures exist for no unknown code', () =>
    expect(readdirSync(folder).filter((name) => !name.endsWith('.yaml') && !(name in words))).toEqual([]));
});
