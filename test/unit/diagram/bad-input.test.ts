import { describe, expect, it } from 'vitest';
import {
  bpmnOf,
  bpmnXml,
  cutsOf,
  mermaidOf,
  pictureOfView,
  sheetsOf,
  viewsOf,
  type Making,
  type Picture,
} from '../../../src/diagram/index.ts';
import type { Flow, Step } from '../../../src/model/index.ts';
import { findBrowser, openRenderer, type Drawing } from '../../../src/render/index.ts';
import { understand } from '../../helpers/mermaid.ts';
import { makingFrom } from '../../helpers/regulation.ts';

const base = makingFrom();
const step = (id: string, more: Partial<Step> = {}): Step => ({
  id,
  number: id.slice(1),
  word: 'процедура',
  actors: ['executor'],
  text: `шаг ${id}`,
  ...more,
});

function withFlow(steps: Step[], more: Partial<Flow> = {}): Making {
  const regulation = structuredClone(base.regulation);
  regulation.process = { internal: { clause: '5', steps, ...more } };
  return { ...base, regulation };
}

function picture(making: Making): Picture {
  const [view] = viewsOf(making, false);
  const made = view && pictureOfView(view, making);
  if (!made?.ok) throw new Error(JSON.stringify(made?.findings));
  return made.value;
}

const chain = (count: number, actor: (index: number) => string = () => 'executor'): Step[] =>
  Array.from({ length: count }, (_none, index) =>
    step(`p${index + 1}`, {
      actors: [actor(index)],
      ...(index + 1 < count ? { next: [{ to: `p${index + 2}` }] } : { end: 'result' as const }),
    }),
  );

const long =
  'Рассмотрение заявления и проверка соответствия услугополучателя квалификационным требованиям, предъявляемым законодательством; '
    .repeat(5)
    .slice(0, 600);
const signs =
  '"кавычки" `обратные` #35; ;; %% *звёзды* __черты__ [x](http://y) <b>тег</b> {a} | --> @ www.egov.kz \\ 1) $$x$$ &amp; конец';

/** Every defect that real or careless data may have, and what must come of it. */
const pictures: Record<string, Making> = {
  'signs of Mermaid and Markdown': withFlow([
    step('p1', { text: signs, next: [{ to: 'p2' }] }),
    step('p2', { text: `1. ${signs}`, end: 'result' }),
  ]),
  'a label of 600 characters': withFlow([
    step('p1', { text: long, next: [{ to: 'c1' }] }),
    step('c1', {
      text: long,
      next: [
        { to: 'p2', when: 'yes' },
        { to: 'p3', when: 'no' },
      ],
    }),
    step('p2', { end: 'result' }),
    step('p3', { end: 'refusal' }),
  ]),
  'sixty steps': withFlow(chain(60)),
  'twelve lanes': withFlow(
    chain(
      14,
      (index) =>
        [
          'recipient',
          'employee',
          'executor',
          'unit-head',
          'signer',
          'provider',
          'portal',
          'pshep',
          'el',
          'gbd-ul',
          'gbd-fl',
          'corporation-worker',
        ][index % 12] ?? 'executor',
    ),
  ),
  'a lane that no step uses': withFlow(chain(2), { lanes: ['signer', 'executor', 'portal'] }),
  'a condition with three answers': withFlow([
    step('c1', {
      text: 'какой ответ',
      next: [
        { to: 'p1', when: 'yes' },
        { to: 'p2', when: 'no' },
        { to: 'p3', when: 'не в срок' },
      ],
    }),
    step('p1', { end: 'result' }),
    step('p2', { end: 'refusal' }),
    step('p3', { end: 'stop' }),
  ]),
  'a cycle': withFlow([
    step('p1', { next: [{ to: 'p2' }] }),
    step('p2', { next: [{ to: 'c1' }] }),
    step('c1', {
      next: [
        { to: 'p1', when: 'no' },
        { to: 'p3', when: 'yes' },
      ],
    }),
    step('p3', { end: 'result' }),
  ]),
  'a step that leads to itself': withFlow([
    step('p1', { next: [{ to: 'p1' }, { to: 'p2' }] }),
    step('p2', { end: 'result' }),
  ]),
  'an unreachable step': withFlow([step('p1', { end: 'result' }), step('p2', { end: 'stop' })]),
  'a participant that no list has': withFlow([step('p1', { actors: ['nobody'], end: 'result' })]),
  'a lost text': withFlow([step('p1', { text: null, number: null, end: 'result' })]),
};

const words = (svg: string): string =>
  svg
    .replace(/<style[^>]*>.*?<\/style>|<title.*?<\/title>|<desc.*?<\/desc>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, '');

describe.each(Object.entries(pictures))('%s', (_name, making) => {
  const made = picture(making);

  it('is understood by Mermaid as it is meant', async () => {
    const { vertices, edges } = await understand(mermaidOf(made));
    expect([...vertices.keys()].sort()).toEqual(made.figures.map(({ id }) => id).sort());
    expect(edges).toHaveLength(made.arrows.length);
  });

  it('is BPMN in which every reference stands', () => {
    const xml = bpmnXml(bpmnOf(made, making.words));
    const ids = new Set([...xml.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    for (const [, id] of xml.matchAll(/(?:sourceRef|targetRef|bpmnElement|processRef|dataObjectRef)="([^"]+)"/g))
      expect(ids).toContain(id);
  });
});

describe('sheets', () => {
  it('are cut across one arrow, with a connector of one letter at both ends, and lose nothing', () => {
    const whole = picture(pictures['sixty steps'] ?? base);
    const hints = { ...whole.hints, sheets: ['p20', 'p40'] };
    const { sheets, findings } = sheetsOf({ ...whole, hints }, base.words, 'layout.yaml');
    expect(findings).toEqual([]);
    expect(sheets.map(({ name }) => name)).toEqual(['block-scheme.1', 'block-scheme.2', 'block-scheme.3']);
    const drawn = sheets.flatMap(({ figures }) =>
      figures.filter(({ role }) => role !== 'connector').map(({ id }) => id),
    );
    expect(drawn).toEqual(whole.figures.map(({ id }) => id));
    const letters = sheets.map(({ figures }) =>
      figures.filter(({ role }) => role === 'connector').map(({ text }) => text),
    );
    expect(letters).toEqual([['А'], ['А', 'Б'], ['Б']]);
  });

  it('are not cut where an arrow leads back, and an old cut is reported', () => {
    const whole = picture(pictures['a cycle'] ?? base);
    expect(cutsOf(whole).map(({ at }) => at)).not.toContain('p2');
    const { sheets, findings } = sheetsOf({ ...whole, hints: { sheets: ['p2'] } }, base.words, 'layout.yaml');
    expect(sheets).toHaveLength(1);
    expect(findings.map(({ code }) => code)).toEqual(['diagram-cut-lost']);
  });
});

const found = findBrowser();

describe.skipIf(!found.ok)('drawn (need a browser)', () => {
  it('every one is a whole picture: all its words, no arrow through a box', async () => {
    const opened = await openRenderer();
    if (!opened.ok) throw new Error(JSON.stringify(opened.findings));
    for (const [name, making] of Object.entries(pictures)) {
      const made = picture(making);
      const drawn = await opened.value.draw({ name, source: mermaidOf(made), formats: [] });
      if (!drawn.ok) throw new Error(JSON.stringify(drawn.findings));
      const { svg, geometry }: Drawing = drawn.value;
      const seen = words(svg);
      const visible = (text: string): string => text.replace(/["«»`*_~\\<>’∗ˍ∼∖‹›\s]/g, '');
      for (const { text, head = '', foot = '' } of made.figures) {
        for (const part of [text, head, foot]) expect(visible(seen), `${name}: ${part}`).toContain(visible(part));
      }
      for (const { points } of geometry.edges) {
        for (const [x, y] of points.slice(1, -1)) {
          const inside = geometry.nodes.filter(
            (box) =>
              x > box.x + 1 &&
              x < box.x + box.width - 1 &&
              y > box.y + 1 &&
              y < box.y + box.height - 1 &&
              box.shape === 'box',
          );
          expect(
            inside.map(({ id }) => id),
            name,
          ).toEqual([]);
        }
      }
    }
    await opened.value.close();
  });
});
