import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { questionnaire, type QuestionnaireRequest } from '../../../src/jobs/questionnaire.ts';
import { formCodeText, formId, readFormCode, type FormCode } from '../../../src/model/questionnaire.ts';
import { freshFolder } from '../../helpers/cases.ts';

const make = async (changes: Partial<QuestionnaireRequest>) => {
  const out = freshFolder();
  const request = {
    root: '.',
    selectors: [],
    languages: ['kk', 'ru'],
    fillable: false,
    count: 1,
    first: 0,
    perPage: 1,
  } as const;
  return { out, ...(await questionnaire({ ...request, out, ...changes })) };
};

describe('the blank questionnaire', () => {
  it('is made for every regulation that has one, in either language and in both', async () => {
    for (const languages of [['kk'], ['ru'], ['kk', 'ru']] as const) {
      const { files, findings } = await make({ languages, perPage: 2, count: 2, first: 1 });
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(files).toHaveLength(7);
    }
  });

  it('says that words are another act’s, and prints no known mistake', async () => {
    const { findings } = await make({ selectors: ['mint-364-2012/poisons-licence'] });
    expect(findings.map(({ code }) => code).sort()).toEqual(['questionnaire-borrowed', 'questionnaire-corrected']);
  });

  it('refuses a regulation that has none', async () => {
    const { files, findings } = await make({ selectors: ['mint-102-2014/poisons-licence'] });
    expect(files).toEqual([]);
    expect(findings.map(({ code }) => code)).toContain('questionnaire-absent');
  });

  it('prints a series two to a page, the same bytes each time', async () => {
    const order = { selectors: ['zhambyl-62-2013'], count: 5, first: 41, perPage: 2 } as const;
    const [one, other] = [await make(order), await make(order)];
    const [first = '', second = ''] = [one.files[0], other.files[0]];
    expect(existsSync(first)).toBe(true);
    expect(readFileSync(first)).toEqual(readFileSync(second));
    expect((await PDFDocument.load(readFileSync(first))).getPageCount()).toBe(3);
  });

  it('can be filled in on screen: two groups of three and a comment with every letter of Kazakh', async () => {
    const { out } = await make({ selectors: ['zhambyl-62-2013'], fillable: true });
    const bytes = readFileSync(join(out, 'zhambyl-62-2013', 'scrap-metal-licence-kk-ru-fillable.pdf'));
    const form = (await PDFDocument.load(bytes)).getForm();
    expect(form.getRadioGroup('1.quality').getOptions()).toEqual(['1', '2', '3']);
    expect(form.getRadioGroup('1.accessibility').getOptions()).toEqual(['1', '2', '3']);
    expect(form.getTextField('1.comment').isMultiline()).toBe(true);
  });
});

describe('the code of a form', () => {
  const code: FormCode = {
    service: 'zhambyl-62-2013/scrap-metal-licence',
    language: 'both',
    place: 'lower',
    serial: 4207,
    qr: { x: 160.1, y: 9 },
    boxes: (['quality', 'accessibility'] as const).flatMap((question) =>
      ([1, 2, 3] as const).map((option) => ({ question, option, at: { x: 10.5 * option, y: 100.3 } })),
    ),
  };

  it('is read back as it was', () => {
    expect(readFormCode(formCodeText(code))).toEqual(code);
    expect(formId(code)).toBe('zhambyl-62-2013.scrap-metal-licence-004207');
    expect(formId({ ...code, serial: 0 })).toBeUndefined();
  });

  it('is not taken for that of another paper', () => {
    for (const text of ['https://example.org', 'RGL2:A/B:RA:1:', formCodeText(code).slice(0, -1)])
      expect(readFormCode(text)).toBeUndefined();
  });
});
