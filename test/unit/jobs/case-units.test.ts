import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'yaml';
import { beforeEach, describe, expect, it } from 'vitest';
import { formatPlace } from '../../../src/diagnostics/format.ts';
import type { Diagnostic } from '../../../src/diagnostics/index.ts';
import { caseFiles } from '../../../src/jobs/case-files.ts';
import { readUnit } from '../../../src/jobs/case-unit.ts';
import { caseUnits } from '../../../src/jobs/case-units.ts';
import { renderBatch } from '../../../src/jobs/render-batch.ts';
import { tableContext } from '../../../src/jobs/table-context.ts';
import { makeLocate } from '../../../src/source/index.ts';
import { exampleWith, freshFolder } from '../../helpers/cases.ts';

const yaml = (number: string, changes: Record<string, unknown> = {}): string =>
  exampleWith('mint102-poisons-licence', { case: number, ...changes });
const json = (number: string, changes: Record<string, unknown> = {}): string =>
  JSON.stringify(parse(yaml(number, changes)));

let folder = '';
beforeEach(() => (folder = freshFolder()));
const put = (name: string, content: string | Uint8Array): string => {
  const file = join(folder, name);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, content);
  return file;
};

/** What is read of some paths: the numbers of cases with their places, and the codes of what could not be read. */
async function read(...paths: string[]): Promise<string[]> {
  const { files, findings } = caseFiles(paths);
  const codes = (list: readonly Diagnostic[]): string => [...new Set(list.map(({ code }) => code))].join();
  const seen: string[] = findings.map(({ code }) => code);
  for await (const reading of caseUnits(files, () => tableContext('.'))) {
    if (reading.kind === 'fault') seen.push(`${reading.input}@${reading.place ?? ''} ${codes(reading.findings)}`);
    if (reading.kind === 'file') seen.push(`${reading.name} ended`);
    if (reading.kind !== 'case') continue;
    const { unit } = reading;
    const found = readUnit(unit);
    seen.push(`${unit.input}@${unit.place ?? ''} ${found.ok ? found.value.value.case : codes(found.findings)}`);
  }
  return seen;
}

/** How far a run has come with each case, in per cent. */
async function reach(...paths: string[]): Promise<number[]> {
  const seen: number[] = [];
  for await (const reading of caseUnits(caseFiles(paths).files, () => tableContext('.')))
    if (reading.kind === 'case') seen.push(Math.round(reading.unit.reached * 100));
  return seen;
}

describe('how far a run has come', () => {
  const four = ['1', '2', '3', '4'];

  it.each([
    ['cases.ndjson', () => four.map((number) => `${json(number)}\n`).join('')],
    ['cases.ndjson.gz', () => gzipSync(four.map((number) => `${json(number)}\n`).join(''))],
    ['cases.json', () => `[${four.map((number) => json(number)).join()}]`],
    ['cases.yaml', () => `[${four.map((number) => json(number)).join()}]`],
  ] as const)('is told case by case, also within a file: %s', async (name, content) => {
    expect(await reach(put(name, content()))).toEqual([25, 50, 75, 100]);
  });

  it('counts all files', async () => {
    for (const number of four) put(`in/${number}.json`, json(number));
    expect(await reach(join(folder, 'in'))).toEqual([25, 50, 75, 100]);
  });
});

describe('cases are read one by one', () => {
  it('from a folder and its folders, by name, once each; hidden, locked and foreign files are left', async () => {
    put('in/b/2.yaml', yaml('2'));
    put('in/a.yaml', yaml('1'));
    put('in/c.json', json('3'));
    for (const name of ['in/.hidden.yaml', 'in/~$lock.yaml', 'in/manifest.json', 'in/note.txt', 'in/.git/x.yaml'])
      put(name, 'x');
    symlinkSync(join(folder, 'in'), join(folder, 'in', 'b', 'round'));
    const whole = ['a.yaml@ 1', 'a.yaml ended', 'b/2.yaml@ 2', 'b/2.yaml ended', 'c.json@ 3', 'c.json ended'];
    expect(await read(join(folder, 'in'))).toEqual(whole);
    expect(await read(join(folder, 'in'), join(folder, 'in', 'a.yaml'))).toEqual(whole);
  });

  it.each([
    ['cases.ndjson', (text: string) => text],
    ['cases.jsonl.gz', (text: string) => gzipSync(text)],
    ['cases.ndjson', (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`],
  ] as const)('from %s', async (name, pack) => {
    const file = put(name, pack(`${json('1')}\n\n${json('2')}\n{"case": "3"\n[1]\n${json('4')}\n{"case": "5`));
    expect(await read(file)).toEqual([
      `${name}@1 1`,
      `${name}@3 2`,
      `${name}@4 json-syntax`,
      `${name}@5 value-wrong`,
      `${name}@6 4`,
      `${name}@7 json-syntax`,
      `${name} ended`,
    ]);
  });

  it('from a list in JSON, however it is cut off', async () => {
    const list = put('list.json', `[\n${json('1')},\n${json('2')}\n]\n`);
    expect(await read(list)).toEqual(['list.json@2 1', 'list.json@3 2', 'list.json ended']);
    const cut = put('cut.json', `[\n${json('1')},\n${json('2')}`);
    expect(await read(cut)).toEqual(['cut.json@2 1', 'cut.json@3 2', 'cut.json@3 record-broken', 'cut.json ended']);
    const inside = put('inside.json', `[\n${json('1')},\n"x", ${json('2').slice(0, 90)}`);
    expect(await read(inside)).toEqual([
      'inside.json@2 1',
      'inside.json@3 record-broken',
      'inside.json@3 record-broken',
      'inside.json ended',
    ]);
  });

  it('from a list in YAML, also behind comments and marks', async () => {
    const entry = (number: string): string => `- ${yaml(number).trimEnd().replaceAll('\n', '\n  ')}\n`;
    const file = put('list.yaml', `# two cases\n---\n${entry('1')}${entry('2')}`);
    expect(await read(file)).toEqual(['list.yaml@#1 1', 'list.yaml@#2 2', 'list.yaml ended']);
    const one = put('one.yaml', `# - no list\n---\n${yaml('1')}`);
    expect(await read(one)).toEqual(['one.yaml@ 1', 'one.yaml ended']);
  });

  it('and what cannot be read is told, and costs itself', async () => {
    const broken = put('broken.ndjson.gz', 'no gzip at all');
    const latin = put('latin.yaml', Buffer.from([0x63, 0x3a, 0x20, 0xff, 0xfe, 0x80]));
    const good = put('good.yaml', yaml('1'));
    expect(
      await read(broken, join(folder, 'gone.ndjson'), latin, put('empty.ndjson', '\n'), put('x.docx', ''), good),
    ).toEqual([
      'format-unknown',
      'broken.ndjson.gz@ packed-broken',
      'gone.ndjson@ file-missing',
      'latin.yaml@ not-utf8',
      'latin.yaml ended',
      'empty.ndjson@ cases-none',
      'empty.ndjson ended',
      'good.yaml@ 1',
      'good.yaml ended',
    ]);
  });

  it('files of one name in two folders keep two names', () => {
    const paths = ['a', 'b'].map((name) => join(put(`${name}/x.yaml`, yaml(name)), '..'));
    expect(caseFiles(paths).files.map(({ name }) => name)).toEqual(['x.yaml', 'x.yaml (2)']);
  });
});

describe('a fault in a stream has its line and column', () => {
  const placesIn = async (file: string): Promise<string[]> => {
    const { findings } = await renderBatch({ root: '.', cases: [file], out: join(folder, 'out') });
    const locate = makeLocate();
    return findings.flatMap(({ code, severity, at }) =>
      severity === 'error' && at ? [`${formatPlace(at, locate).slice(folder.length + 1)} ${code}`] : [],
    );
  };

  it('in NDJSON', async () => {
    const wrong = json('2', { 'applicant.bin': '090640008122' });
    const file = put('cases.ndjson', `${json('1')}\n${wrong}\n${json('1')}\n`);
    expect(await placesIn(file)).toEqual([
      `cases.ndjson:2:${wrong.indexOf('"bin"') + 1} identifier-wrong`,
      'cases.ndjson:3:1 output-doubled',
    ]);
  });

  it('in a list of JSON', async () => {
    const wrong = JSON.stringify(parse(yaml('2', { 'applicant.bin': '090640008122' })), null, 2);
    const line = 3 + wrong.slice(0, wrong.indexOf('"bin"')).split('\n').length - 1;
    expect(await placesIn(put('list.json', `[\n${json('1')},\n${wrong}]`))).toEqual([
      `list.json:${line}:5 identifier-wrong`,
    ]);
  });
});
