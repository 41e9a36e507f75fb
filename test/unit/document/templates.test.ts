import { describe, expect, it } from 'vitest';
import { formatPlace } from '../../../src/diagnostics/format.ts';
import { makeTemplates, type TemplateFiles } from '../../../src/document/index.ts';
import type { DocumentModel } from '../../../src/model/document.ts';
import { loadTemplates } from '../../../src/jobs/templates.ts';
import { documentKinds } from '../../../src/model/index.ts';

type Texts = TemplateFiles['shared']['texts']['texts'];

function made(text: string, texts: Texts = {}, partials: TemplateFiles['partials'] = []) {
  const meta = {
    kind: 'consent',
    form: 'by-language',
    status: 'practice',
    why: 'x',
    name: { ru: 'x' },
    origin: 'ours',
    texts,
  } as const;
  const entry = {
    kind: 'consent',
    file: 'consent.hbs',
    text,
    textsFile: 'consent.yaml',
    texts: meta,
    form: 'x',
  } as const;
  const { templates, findings } = makeTemplates({
    templates: [entry],
    partials,
    shared: { file: 'texts.yaml', texts: { texts: {} } },
  });
  const said = findings.map((finding) =>
    `${finding.at ? formatPlace(finding.at, () => undefined) : ''} ${finding.code} ${Object.values(finding.args).join(' ')}`.trim(),
  );
  return { template: templates.get('consent'), said, findings };
}

const model = {
  format: 1,
  form: 'x',
  kind: 'consent',
  case: '1',
  language: 'ru',
  specimen: false,
  number: null,
  issued: '2019-01-01',
  service: { address: 'a/b', title: { ru: 'Услуга' } },
  act: { number: '1', date: '2019-01-01' },
  standard: { documents: null },
  provider: 'П',
  applicant: { name: 'Ким', person: true, id: '1', address: 'а', postcode: null, phone: null, representative: null },
  officer: null,
  city: null,
  original: null,
  law: {},
  document: { at: '2019-01-01', place: { ru: 'город' }, systems: 'с' },
} satisfies DocumentModel;
const seal = { qr: '', hash: '' };

describe('a broken template is refused before any case is read', () => {
  it.each([
    ['an unknown element', '<document>\n  <pp>x</pp>\n</document>', 'consent.hbs:2:3 element-unknown pp <p>'],
    [
      'an unknown attribute',
      '<document><p algin="left">x</p></document>',
      'consent.hbs:1:11 attribute-unknown algin p align',
    ],
    ['a wrong value', '<document><p align="middle">x</p></document>', 'consent.hbs:1:11 attribute-wrong'],
    [
      'a missing attribute',
      '<document><table><tr><td>x</td></tr></table></document>',
      'consent.hbs:1:11 attribute-missing columns table',
    ],
    [
      'an element in the wrong place',
      '<document><td>x</td></document>',
      'consent.hbs:1:11 element-misplaced td document',
    ],
    ['text where none may stand', '<document><table columns="1*">x</table></document>', 'text-misplaced table x'],
    [
      'a field where no text may stand',
      '<document><table columns="1*">{{case}}</table></document>',
      'text-misplaced table',
    ],
    ['an element that is not closed', '<document>\n<p>x\n</document>', 'markup-broken'],
    [
      'a block that is not closed',
      '<document>\n{{#if city}}<p>x</p>\n</document>',
      'consent.hbs:2:1 template-unclosed {{#if city}}',
    ],
    [
      'the inner of two blocks',
      '<document>{{#if city}}\n <p>{{#if officer}}x</p>{{/if}}</document>',
      'consent.hbs:1:11 template-unclosed {{#if city}}',
    ],
    [
      'a comment that looks like a block',
      '<document>{{!-- {{#if x}} --}}{{#if city}}</document>',
      'consent.hbs:1:31 template-unclosed {{#if city}}',
    ],
    ['a stray end', '<document>{{/if}}</document>', "template-syntax unexpected 'OPEN_ENDBLOCK'"],
    [
      'an unknown field',
      '<document>\n<p>{{applicant.nmae}}</p></document>',
      'consent.hbs:2:6 template-field-unknown nmae name',
    ],
    [
      'an unknown field in a block',
      '<document>{{#with document}}<p>{{plase}}</p>{{/with}}</document>',
      'template-field-unknown plase place',
    ],
    [
      'an unknown field of an attribute',
      '<document><qr value="{{seal.qrr}}" alt="x"/></document>',
      'template-field-unknown qrr qr',
    ],
    ['a field of another kind', '<document><p>{{document.activity}}</p></document>', 'template-field-unknown activity'],
    ['an unknown helper', '<document><p>{{dat issued}}</p></document>', 'template-helper-unknown dat'],
    ['an unknown text', '<document><p>{{text "titel"}}</p></document>', 'template-text-unknown titel title'],
    ['an unknown part', '<document>{{> holdr}}</document>', 'template-partial-unknown holdr holder'],
    ['a value that is not escaped', '<document><p>{{{case}}}</p></document>', 'template-construct'],
    ['a part made inside a template', '<document>{{#*inline "x"}}<p>y</p>{{/inline}}</document>', 'template-construct'],
    ['a field with the name of a helper', '<document><p>{{date}}</p></document>', 'template-construct {{date}}'],
    ['a prototype', '<document><p>{{applicant.constructor}}</p></document>', 'template-field-unknown constructor'],
  ])('%s', (_, text, expected) => {
    const { said, template } = made(text, { title: { ru: 'x' } }, [
      { name: 'holder', file: 'holder.hbs', text: '<p>x</p>' },
    ]);
    expect(said.join('\n')).toContain(expected);
    expect(template).toBeUndefined();
  });

  it('finds a fault in a text and in a part at their own places', () => {
    const { said } = made(
      '<document><p>{{text "title"}}</p>{{> holder}}</document>',
      { title: { ru: 'a <bb>x</bb> {{nmae}}' } },
      [{ name: 'holder', file: 'holder.hbs', text: '<p>\n{{applicant.idd}}</p>' }],
    );
    expect(said.join('\n')).toContain('element-unknown bb');
    expect(said.join('\n')).toContain('consent.yaml template-field-unknown nmae');
    expect(said.join('\n')).toContain('holder.hbs:2:3 template-field-unknown idd id');
  });
});

describe('one fault is said once', () => {
  it('an unknown element does not make faults of what stands in it', () => {
    const { said } = made('<document><h9>{{case}} and text</h9><p>x</p></document>');
    expect(said.map((line) => line.split(' ')[1])).toEqual(['element-unknown']);
  });
  it('after a tag that closes nothing nothing more is judged', () => {
    const { said } = made('<document><p>x</b></p><td>y</td></document>');
    expect(said.map((line) => line.split(' ')[1])).toEqual(['markup-broken']);
  });
});

describe('a sound template', () => {
  it('names the fields it needs, in its parts and texts too', () => {
    const { template } = made(
      '<document>{{#if officer}}<p>{{initials officer.name}}</p>{{/if}}<p>{{text "title"}}</p>{{> holder}}</document>',
      { title: { ru: '{{local service.title}}' } },
      [{ name: 'holder', file: 'holder.hbs', text: '<p>{{applicant.id}}</p>' }],
    );
    expect(template?.fields.map((path) => path.join('.'))).toEqual([
      'officer',
      'officer.name',
      'service.title',
      'applicant.id',
    ]);
    expect(template?.ours).toBe(1);
  });

  it('fills, escapes, and speaks the language of its block', () => {
    const { template, said } = made(
      '<document>{{#language "kk"}}<p>{{date issued}}</p>{{/language}}<p>{{date issued}} {{applicant.name}}</p></document>',
    );
    expect(said).toEqual([]);
    const filled = template?.fill({ ...model, applicant: { ...model.applicant, name: '{{x}} <b>&' }, seal }, 'ru');
    expect(filled?.ok && filled.value.replaceAll('\u00A0', ' ')).toBe(
      '<document><p>2019 жылғы 1 қаңтар</p><p>1 января 2019 года {{x}} &lt;b&gt;&amp;</p></document>',
    );
  });

  it('says which words have no translation, and where they were asked for', () => {
    const { template } = made('<document>\n<p>{{local document.place}}</p></document>');
    const filled = template?.fill({ ...model, seal }, 'kk');
    expect(filled?.findings).toMatchObject([
      {
        code: 'text-untranslated',
        args: { words: 'город', lang: 'kk' },
        at: { file: 'consent.hbs', position: { line: 2, column: 4 } },
      },
    ]);
  });
});

describe('the templates of the product', () => {
  const { templates, findings } = loadTemplates('.');
  it('are sound, one for each kind', () => {
    expect(findings).toEqual([]);
    expect(
      templates
        .all()
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual([...documentKinds].sort());
  });
  it('have every text in both languages', () => {
    for (const { texts } of templates.all())
      for (const [name, { kk, ru }] of Object.entries(texts.texts))
        expect({ name, kk: Boolean(kk), ru: Boolean(ru) }).toEqual({ name, kk: true, ru: true });
  });
});
