import { describe, expect, it } from 'vitest';
import { legendOf, laneId, mermaidOf, pictureOfView, viewsOf, type Picture } from '../../../src/diagram/index.ts';
import { understand } from '../../helpers/mermaid.ts';
import { makingFrom } from '../../helpers/regulation.ts';

const making = makingFrom();
const pictures = viewsOf(making, true)
  .filter(({ kind }) => kind !== 'legend')
  .map((view): Picture => {
    const picture = pictureOfView(view, making);
    if (!picture.ok) throw new Error(JSON.stringify(picture.findings));
    return picture.value;
  });
const named = (name: string): Picture => {
  const found = pictures.find((picture) => picture.name === name);
  if (!found) throw new Error(`no ${name} among ${pictures.map((picture) => picture.name).join(', ')}`);
  return found;
};
const figure = (picture: Picture, id: string) => picture.figures.find((one) => one.id === id);

describe('the views of a regulation', () => {
  it('are those the appendices name, under their numbers and titles', () => {
    const views = viewsOf(making, false);
    expect(views.map(({ name }) => name)).toEqual([
      'block-scheme.issue',
      'block-scheme.reissue',
      'interaction-portal-recipient',
      'legend',
    ]);
    expect(views[0]?.title).toBe(
      'Приложение 1. Справочник бизнес-процессов оказания государственной услуги: при выдаче',
    );
  });

  it('with all views, the derivable rest says that the act does not have it', () => {
    const rest = viewsOf(making, true).filter((view) => !view.named);
    expect(rest.map(({ name }) => name)).toEqual(['interaction-corporation']);
    expect(rest[0]?.title).toContain('не предусмотрено актом');
  });
});

describe('a picture', () => {
  it('has both branches of every condition, in the language of the act', () => {
    for (const picture of pictures) {
      for (const { id } of picture.figures.filter(({ role }) => role === 'condition')) {
        const answers = picture.arrows.filter(({ from }) => from === id).map(({ label }) => label);
        expect(answers.sort()).toEqual(['да', 'нет']);
      }
    }
  });

  it('has number, text and term in a box', () => {
    expect(figure(named('block-scheme.issue'), 'p1')).toMatchObject({
      head: 'Процедура 1',
      text: 'Регистрация заявления, определение ответственного исполнителя',
      foot: '(в день поступления заявления)',
    });
  });

  it('gives a variant its own steps and terms', () => {
    expect(figure(named('block-scheme.issue'), 'p2a')).toBeUndefined();
    expect(figure(named('block-scheme.issue'), 'p2')?.foot).toBe('(13 рабочих дней)');
    expect(figure(named('block-scheme.reissue'), 'p2a')).toBeDefined();
    expect(figure(named('block-scheme.reissue'), 'p2')?.foot).toBe('(1 рабочий день)');
  });

  it('passes through a step that the variant lacks', () => {
    expect(named('block-scheme.issue').arrows).toContainEqual({ from: 'p2', to: 'c1', kind: 'control' });
  });

  it('marks a lost term and a participant the act does not name', () => {
    expect(figure(named('block-scheme.issue'), 'p3b')?.foot).toBe('([…])');
    expect(named('interaction-portal-recipient').lanes.find(({ id }) => id === '')?.title).toBe(
      'Исполнитель не назван',
    );
  });

  it('puts two participants in one lane, or names the second where the first has a lane', () => {
    expect(named('interaction-portal-recipient').lanes.map(({ title }) => title)).toContain('ГБД ЮЛ / ГБД ФЛ');
    expect(figure(named('block-scheme.issue'), 'p4a')?.lane).toBe('signer+unit-head');
  });

  it('sends messages between lanes and control within one', () => {
    const { arrows } = named('interaction-portal-recipient');
    expect(arrows.find(({ from }) => from === 'p1')?.kind).toBe('message');
    expect(arrows.find(({ from }) => from === 'p2')?.kind).toBe('control');
    expect(arrows.filter(({ kind, label }) => kind === 'message' && label !== undefined)).toEqual([]);
  });

  it('hands over to the internal flow and comes back, then goes on to the pick-up', () => {
    const { arrows, figures } = named('interaction-corporation');
    expect(arrows.map(({ from, to }) => `${from} ${to}`)).toEqual([
      's p1',
      'p1 f_internal',
      'f_internal p2',
      'p2 u_p1',
      'u_p1 u_p2',
      'u_p2 u_e_p2',
    ]);
    expect(figures.find(({ id }) => id === 'f_internal')?.text).toBe('Порядок, описанный в пункте 5');
    expect(figures.find(({ id }) => id === 'u_p1')?.head).toBe('Процедура 1 (п. 10)');
  });
});

describe('the Mermaid text', () => {
  it.each(pictures.map((picture) => [picture.name, picture] as const))(
    'of %s says every lane, figure, arrow and answer',
    async (_name, picture) => {
      const understood = await understand(mermaidOf(picture));
      expect([...understood.vertices.keys()].sort()).toEqual(picture.figures.map(({ id }) => id).sort());
      expect([...understood.lanes.keys()].sort()).toEqual(picture.lanes.map(({ id }) => laneId(id)).sort());
      for (const { id, title } of picture.lanes) {
        const lane = understood.lanes.get(laneId(id));
        expect(lane?.title.replace('<br/>', ' ')).toBe(title);
        expect([...(lane?.nodes ?? [])].sort()).toEqual(
          picture.figures
            .filter((one) => one.lane === id)
            .map((one) => one.id)
            .sort(),
        );
      }
      expect(understood.edges).toEqual(
        picture.arrows.map(({ from, to, kind, label }) => ({
          from,
          to,
          text: label ?? '',
          stroke: kind === 'message' ? 'dotted' : 'normal',
        })),
      );
    },
  );
});

describe('the legend', () => {
  it('has just the symbols used, in the act’s words', async () => {
    const source = legendOf(making.regulation, making.words, 'Условные обозначения', [
      named('interaction-portal-recipient'),
    ]);
    const { vertices } = await understand(source);
    const meanings = [...vertices].filter(([id]) => id.startsWith('t')).map(([, { text }]) => text);
    expect(meanings).toContain('Электронный документ, предоставляемый конечному пользователю');
    expect(meanings).not.toContain('Сообщение промежуточное');
    expect(meanings).toHaveLength(9);
  });
});

describe('faults of a regulation', () => {
  const broken = (change: (flow: NonNullable<typeof making.regulation.process.internal>) => void) => {
    const copy = structuredClone(making.regulation);
    if (copy.process.internal) change(copy.process.internal);
    const [view] = viewsOf({ ...making, regulation: copy }, false);
    if (!view) throw new Error('no view');
    return pictureOfView(view, { ...making, regulation: copy });
  };

  it('a step that leads nowhere is an error at its place', () => {
    const made = broken((flow) => flow.steps[0]?.next?.splice(0, 1, { to: 'p99' }));
    expect(made.ok).toBe(false);
    expect(made.findings[0]).toMatchObject({
      code: 'diagram-target-unknown',
      args: { step: 'p1', to: 'p99' },
      at: { pointer: ['process', 'internal', 'steps', 0] },
    });
  });

  it('a step that nothing leads to is drawn and reported', () => {
    const made = broken((flow) =>
      flow.steps.push({ id: 'p9', actors: ['executor'], text: 'забытый шаг', end: 'stop' }),
    );
    expect(made.ok && made.value.figures.some(({ id }) => id === 'p9')).toBe(true);
    expect(made.findings.map(({ code }) => code)).toEqual(['diagram-unreachable']);
  });

  it('a flow without steps is an error', () => {
    const made = broken((flow) => flow.steps.splice(0));
    expect(made.findings.map(({ code }) => code)).toEqual(['diagram-empty']);
  });
});
