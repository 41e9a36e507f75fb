import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentKinds } from '../../../src/model/index.ts';
import { renderBatch } from '../../../src/jobs/render-batch.ts';
import { sha256 } from '../../../src/store/index.ts';
import { exampleWith, freshFolder, printed } from '../../helpers/cases.ts';
import { has, run } from '../../helpers/programs.ts';

const licence = 'knb46-cryptography-licence';
const goods = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    name: { kk: `Тауар ${index + 1}`, ru: `Товар ${index + 1}` },
    code: '8471800000',
    quantity: index + 1,
    unit: { kk: 'дана', ru: 'шт.' },
  }));

describe('documents come out', () => {
  it('prints every example without an error, twice the same bytes, and a manifest that fits', async () => {
    const first = freshFolder();
    const second = freshFolder();
    const result = await renderBatch({ root: '.', cases: ['examples/cases'], out: first });
    expect(result.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    await renderBatch({ root: '.', cases: ['examples/cases'], out: second });
    const names = readdirSync(first).sort();
    expect(readdirSync(second).sort()).toEqual(names);
    for (const name of names)
      expect(readFileSync(join(second, name)).equals(readFileSync(join(first, name))), name).toBe(true);
    const text = readFileSync(join(first, 'manifest.json'), 'utf8');
    expect(text).not.toContain(first);
    const manifest = JSON.parse(text) as { documents: { file: string; sha256: string }[] };
    expect(manifest.documents.map(({ file }) => file).sort()).toEqual(names.filter((name) => name.endsWith('.pdf')));
    for (const { file, sha256: hash } of manifest.documents) expect(sha256(readFileSync(join(first, file)))).toBe(hash);
  });

  it('has an example of every kind, and of every kind of one language in both', async () => {
    const { documents } = await renderBatch({ root: '.', cases: ['examples/cases'], out: freshFolder() });
    const printedIn = new Map<string, Set<string>>();
    for (const { kind, language } of documents) printedIn.set(kind, (printedIn.get(kind) ?? new Set()).add(language));
    expect([...printedIn.keys()].sort()).toEqual([...documentKinds].sort());
    for (const [kind, languages] of printedIn)
      expect({ kind, languages: [...languages].sort() }).toEqual({
        kind,
        languages: languages.has('both') ? ['both'] : ['kk', 'ru'],
      });
  });

  it.skipIf(!has('pdftotext'))('says in both languages what the case says', async () => {
    const { out, documents } = await printed(exampleWith(licence, {}));
    const text = run('pdftotext', '-layout', join(out, documents[0]?.file ?? ''), '-').replace(/\s+/g, ' ');
    for (const words of [
      '19021345',
      '2019 жылғы 1 қараша',
      '1 ноября 2019 года',
      'Ғарыш-Өрлеу',
      'Өтеғұлов Ұ. Һ.',
      'БСН 140340000008',
      'БИН 140340000008',
    ]) {
      expect(text.replaceAll('\u00A0', ' ')).toContain(words);
    }
  });

  it('sets a name of 300 letters and 500 lines of goods', async () => {
    const long = `«${'Құрылысинжинирингтехнология '.repeat(11).trim()}» ЖШС`;
    const named = await printed(exampleWith(licence, { 'applicant.name': long }));
    expect(named.codes).toEqual([]);
    const many = await printed(
      exampleWith('mint102-processing-permit-ru', { 'events.decided.documents.0.goods': goods(500) }),
    );
    expect(many.codes).toEqual([]);
    expect(many.documents[0]?.pages).toBeGreaterThan(8);
  });

  it('narrows by kind, and says when a kind is not to be had', async () => {
    const name = 'mint102-end-user-certificate-ru';
    const one = await printed(exampleWith(name, {}), { kinds: ['receipt'] });
    expect(one.documents.map(({ kind }) => kind)).toEqual(['receipt']);
    const none = await printed(exampleWith(name, {}), { kinds: ['licence'] });
    expect(none.codes).toEqual(['kind-absent']);
  });

  it('prints nothing unreviewed under --strict', async () => {
    const { documents, codes } = await printed(exampleWith(licence, {}), { strict: true });
    expect(documents).toEqual([]);
    expect(codes).toEqual(['strict-unreviewed']);
  });
});

describe('a fault is said where it stands', () => {
  const faults: [
    name: string,
    changes: Record<string, unknown>,
    code: Parameters<Awaited<ReturnType<typeof printed>>['placesOf']>[0],
    place: RegExp,
  ][] = [
    ['a check digit', { 'applicant.bin': '140340000009' }, 'identifier-wrong', /^case\.yaml:\d+:3$/],
    ['a missing field', { 'applicant.address': undefined }, 'field-missing', /^case\.yaml:\d+:/],
    ['an unknown field', { 'applicant.adress': 'x' }, 'field-unknown', /^case\.yaml:\d+:/],
    [
      'an unknown service',
      { service: 'knb-46-2019/cryptografy-licence' },
      'service-unknown',
      /^case\.yaml:3:1$|^case\.yaml:2:1$/,
    ],
    ['a day that does not exist', { 'events.decided.at': '2019-02-29' }, 'value-wrong', /^case\.yaml:/],
    ['events out of order', { 'events.decided.at': '2019-10-01' }, 'events-disordered', /^case\.yaml:/],
    [
      'a licence first issued after its issue',
      { 'events.decided.documents.0.firstIssued': '2020-01-01' },
      'events-disordered',
      /^case\.yaml:/,
    ],
    ['a number of another form', { 'events.decided.documents.0.number': 'KZ12' }, 'number-wrong', /^case\.yaml:/],
    ['a path in the number of the case', { case: '../../etc/passwd' }, 'case-number-path', /^case\.yaml:1:1$/],
    ['an application before the act', { 'events.accepted.at': '2019-07-01T10:00' }, 'act-not-in-force', /^case\.yaml:/],
    [
      'an application after the act was repealed',
      { 'events.accepted.at': '2021-03-01T10:00', 'events.decided.at': '2021-03-20' },
      'act-force-unknown',
      /^case\.yaml:/,
    ],
    [
      'a letter the font lacks',
      { 'events.decided.documents.0.activity': 'Разработка 漢' },
      'letter-missing',
      /^case\.yaml:\d+:9$/,
    ],
    ['a control character', { 'applicant.name': 'ТОО\u0007' }, 'character-unseen', /^case\.yaml:\d+:3$/],
    ['a mark of writing direction', { 'applicant.name': 'ТОО \u202E12' }, 'character-unseen', /^case\.yaml:\d+:3$/],
    ['half a character', { 'applicant.name': 'ТОО \uD83D' }, 'character-unseen', /^case\.yaml:\d+:3$/],
    ['a word that fits no column', { 'applicant.name': 'Б'.repeat(300) }, 'word-too-wide', /^case\.yaml:\d+:3$/],
    ['the name of a device', { case: 'aux.1' }, 'case-number-path', /^case\.yaml:1:1$/],
    ['a number longer than a file name', { case: 'Ж'.repeat(81) }, 'case-number-path', /^case\.yaml:1:1$/],
    ['a number that begins with a dot', { case: '.hidden' }, 'case-number-path', /^case\.yaml:1:1$/],
    [
      'a text in one language on a sheet of two',
      { 'events.decided.city': { ru: 'город Нур-Султан' } },
      'text-untranslated',
      /licence-signature\.hbs:\d+:\d+$/,
    ],
    [
      'a kind that the service does not give',
      {
        'events.handedOver': {
          at: '2019-11-04T10:00',
          to: 'Ким Анна',
          identity: 'x',
          worker: { name: 'Ли', post: 'x' },
          papers: ['x'],
        },
      },
      'kind-not-allowed',
      /^case\.yaml:/,
    ],
  ];
  it.each(faults)('%s', async (_, changes, code, place) => {
    const result = await printed(exampleWith(licence, changes));
    expect(result.codes).toContain(code);
    expect(result.placesOf(code)[0]).toMatch(place);
    if (code !== 'kind-not-allowed') expect(result.documents).toEqual([]);
  });

  it('hints at the nearest service', async () => {
    const { findings } = await printed(exampleWith(licence, { service: 'knb-46-2019/cryptografy-licence' }));
    expect(findings[0]?.args['near']).toContain('knb-46-2019/cryptography-licence');
  });

  it('broken YAML stops its file and no other', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'a.yaml'), 'case: [1\nservice: x');
    writeFileSync(join(folder, 'b.yaml'), exampleWith(licence, {}));
    const { documents, findings } = await renderBatch({ root: '.', cases: [folder], out: join(folder, 'out') });
    expect(documents).toHaveLength(1);
    expect(findings.map(({ code }) => code)).toContain('yaml-syntax');
  });

  it('one bad document does not stop the others of its case', async () => {
    const text = exampleWith('mint102-poisons-licence', { 'events.decided.documents.1.number': '1' });
    const { documents, codes } = await printed(text);
    expect(codes).toEqual(['number-wrong']);
    expect(documents.map(({ file }) => file)).toEqual([
      '2014-ЛЯ-0117-licence.pdf',
      '2014-ЛЯ-0117-licence-appendix-2.pdf',
    ]);
  });

  it('an unknown ground lists those that exist; the grounds of licences are not those of other services', async () => {
    const unknown = await printed(
      exampleWith('mint102-poisons-refusal', { 'events.decided.refusal.grounds.0.ground': 'not-qualifyed' }),
    );
    expect(unknown.findings.find(({ code }) => code === 'ground-unknown')?.args['known']).toBe('not-qualified');
    const foreign = await printed(
      exampleWith('mint102-poisons-refusal', { 'events.decided.refusal.grounds.0.ground': 'untrue' }),
    );
    expect(foreign.codes).toEqual(['ground-unknown']);
  });

  it('a day without a list of grounds takes no other list', async () => {
    const refusal = {
      kind: 'refusal',
      number: '1',
      question: 'x',
      appealTo: 'x',
      grounds: [{ ground: 'untrue', facts: 'x' }],
    };
    const { codes } = await printed(
      exampleWith('knb46-sale-permit-ru', { 'events.decided.documents': undefined, 'events.decided.refusal': refusal }),
    );
    expect(codes).toEqual(['grounds-missing']);
  });

  it('says once what both columns of a sheet lack', async () => {
    const { findings } = await printed(exampleWith(licence, { 'applicant.name': 'ТОО «漢»' }));
    expect(findings.filter(({ code }) => code === 'letter-missing')).toHaveLength(1);
  });

  it('warns where the regulation is at odds with itself on a kind, and prints', async () => {
    const { findings, documents } = await printed(
      exampleWith('mint364-poisons-licence', {
        'events.decided.documents.0.kind': 'licence-duplicate',
        'events.decided.documents.0.issued': '2013-01-10',
        'events.decided.documents.0.duplicated': '2013-02-14',
      }),
    );
    expect(documents.map(({ kind }) => kind)).toEqual(['licence-duplicate']);
    expect(findings.find(({ code }) => code === 'kind-disputed')?.args).toEqual({
      kind: 'licence-duplicate',
      told: '2',
      silent: '6',
    });
  });

  it('an empty table of goods is a fault', async () => {
    const { codes, documents } = await printed(
      exampleWith('mint102-processing-permit-ru', { 'events.decided.documents.0.goods': [] }),
    );
    expect(codes).toEqual(['value-wrong']);
    expect(documents).toEqual([]);
  });

  it('a text too long for a form of one page is a fault, never cut off', async () => {
    const { codes, documents } = await printed(
      exampleWith('mint102-export-licence', {
        'events.decided.documents.0.goods.name': 'Цианид натрия '.repeat(600).trim(),
      }),
    );
    expect(codes).toContain('block-too-tall');
    expect(documents).toEqual([]);
  });

  it('a number that no bar code can hold', async () => {
    const { codes, documents, placesOf } = await printed(
      exampleWith('mint102-end-user-certificate-ru', { 'events.accepted.number': 'ӘЖ-0033' }),
    );
    expect(codes).toEqual(['barcode-unfit']);
    expect(placesOf('barcode-unfit')[0]).toMatch(/^case\.yaml:\d+:5$/);
    expect(documents.map(({ kind }) => kind)).not.toContain('receipt');
  });

  it.skipIf(!has('pdftotext'))('what looks like a template or markup is printed letter for letter', async () => {
    const hostile = 'ТОО «{{case}} {{{law}}} <b>&amp;</b> {{> holder}} ]]> \\{{x}}»';
    const { out, codes, documents } = await printed(exampleWith(licence, { 'applicant.name': hostile }));
    expect(codes).toEqual([]);
    const text = run('pdftotext', '-raw', join(out, documents[0]?.file ?? ''), '-').replace(/\s+/g, '');
    expect(text).toContain(hostile.replace(/\s+/g, ''));
  });

  it('no due day, no receipt; the other documents come out', async () => {
    const { codes, documents } = await printed(
      exampleWith('mint102-end-user-certificate-ru', { 'events.accepted.due': undefined }),
    );
    expect(codes).toEqual(['due-unknown']);
    expect(documents.map(({ kind }) => kind)).toEqual(['consent', 'end-user-certificate', 'hand-over-mark']);
  });

  it.each([
    ['of one number', 'Дело-1', 'Дело-1'],
    ['that differ in capitals only', 'Дело-1', 'ДЕЛО-1'],
    ['that differ in the form of Unicode only', 'Ко\u0438\u0306-1', 'Ко\u0439-1'],
    ['whose kinds make up the difference', 'А-1', 'А-1-import-export'],
  ])('two cases %s', async (_, one, other) => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'a.yaml'), exampleWith(licence, { case: one }));
    writeFileSync(join(folder, 'b.yaml'), exampleWith(licence, { case: other }));
    const { documents, findings } = await renderBatch({ root: '.', cases: [folder], out: join(folder, 'out') });
    expect(findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(['output-doubled']);
    expect(documents).toHaveLength(1);
  });

  it('a file where the folder should be', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'out'), '');
    const { findings, documents } = await renderBatch({
      root: '.',
      cases: [`examples/cases/${licence}.yaml`],
      out: join(folder, 'out'),
    });
    expect(findings.map(({ code }) => code)).toContain('file-unwritable');
    expect(documents).toEqual([]);
    expect(existsSync(join(folder, 'out', 'manifest.json'))).toBe(false);
  });
});

describe('what comes from a case is text, never template or markup', () => {
  it.skipIf(!has('pdftotext'))('braces, angle brackets and ampersands are printed as they are', async () => {
    const activity = '{{officer.name}} {{> holder}} <b>&amp; "x" \'y\' `z` </p>';
    const { out, documents, codes } = await printed(
      exampleWith(licence, { 'events.decided.documents.0.activity': activity }),
    );
    expect(codes).toEqual([]);
    const text = run('pdftotext', '-raw', join(out, documents[0]?.file ?? ''), '-').replace(/\s+/g, ' ');
    expect(text).toContain('{{officer.name}}');
    expect(text).toContain('{{> holder}} <b>&amp;');
    expect(text).toContain('`z` </p>');
  });
});
