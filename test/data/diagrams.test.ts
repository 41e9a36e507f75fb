import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { bpmnOf, bpmnXml, laneId } from '../../src/diagram/index.ts';
import { makingOf, textsOf } from '../../src/jobs/diagram-texts.ts';
import { diagrams } from '../../src/jobs/diagrams.ts';
import { loadLibrary } from '../../src/jobs/regulations.ts';
import { understand } from '../helpers/mermaid.ts';

const require = createRequire(import.meta.url);
const { BpmnModdle } = require('bpmn-moddle') as {
  BpmnModdle: new () => { fromXML(xml: string): Promise<{ rootElement: unknown; warnings: unknown[] }> };
};
const { Linter } = require('bpmnlint') as {
  Linter: new (options: object) => { lint(root: unknown): Promise<Record<string, unknown>> };
};
const NodeResolver = require('bpmnlint/lib/resolver/node-resolver') as new () => object;
// A linter remembers the flows that it has seen: each file needs one of its own.
const lint = (root: unknown): Promise<Record<string, unknown>> =>
  new Linter({ config: { extends: 'bpmnlint:recommended' }, resolver: new NodeResolver() }).lint(root);

/** Where the act asks and gives one answer only: пункт 5, 3) does not say what an incomplete set of papers for a duplicate leads to. */
const unsaid: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'miir-138-2019/explosives-licence': { 'block-scheme.duplicate': ['superfluous-gateway', 'superfluous-label'] },
};

const { library } = loadLibrary('.');

describe.each(library.regulations.map((loaded) => [loaded.address, loaded] as const))(
  'diagrams of %s',
  (address, loaded) => {
    const making = makingOf('.', loaded);
    if (!making.ok) throw new Error(JSON.stringify(making.findings));
    const { texts, findings } = textsOf(address, making.value, { allViews: true, asFiled: true });

    it('have no faults, and at least the block-scheme', () => {
      expect(findings).toEqual([]);
      expect(texts.some(({ view }) => view.kind === 'block-scheme' || view.kind === 'interaction')).toBe(true);
    });

    it('are understood by Mermaid as they are meant: every step, lane, answer and arrow', async () => {
      for (const { source, picture } of texts) {
        const understood = await understand(source);
        if (!picture) continue;
        expect([...understood.vertices.keys()].sort()).toEqual(picture.figures.map(({ id }) => id).sort());
        expect([...understood.lanes.keys()].sort()).toEqual(picture.lanes.map(({ id }) => laneId(id)).sort());
        expect(understood.edges.map(({ from, to, text }) => ({ from, to, text }))).toEqual(
          picture.arrows.map(({ from, to, label }) => ({ from, to, text: label ?? '' })),
        );
      }
    });

    it('hold every step of the flows that the act draws, each way of each condition', () => {
      const { process: flows } = loaded.regulation;
      for (const view of new Set(texts.filter(({ view: one }) => one.telling === undefined).map((text) => text.view))) {
        if (view.kind === 'legend') continue;
        const flow = flows[view.flow];
        const drawn = texts
          .filter((text) => text.view === view)
          .flatMap(({ picture }) => picture?.figures.map(({ id }) => id) ?? []);
        const steps = (flow?.steps ?? []).filter(
          (step) => view.variant === undefined || (step.appliesTo?.includes(view.variant) ?? true),
        );
        expect(drawn).toEqual(expect.arrayContaining(steps.map(({ id }) => id)));
      }
    });

    it('are read as BPMN without warnings and pass the recommended rules', async () => {
      for (const { view, whole } of texts) {
        if (!whole) continue;
        const { rootElement, warnings } = await new BpmnModdle().fromXML(bpmnXml(bpmnOf(whole, making.value.words)));
        expect(warnings).toEqual([]);
        // A telling as filed keeps the loose ends of the act.
        if (view.telling !== undefined) continue;
        const faults = Object.keys(await lint(rootElement));
        expect({ view: whole.name, faults }).toEqual({ view: whole.name, faults: unsaid[address]?.[whole.name] ?? [] });
      }
    });
  },
);

it('the committed texts are what the regulations give', async () => {
  const report = await diagrams({ root: '.', selectors: [], out: 'out/diagrams', formats: ['mmd'], check: true });
  expect(report.findings.filter(({ code }) => code === 'diagram-stale').map(({ at }) => at?.file)).toEqual([]);
});
