import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { bpmnOf, bpmnXml, pictureOfView, viewsOf } from '../../../src/diagram/index.ts';
import { makingFrom } from '../../helpers/regulation.ts';

const require = createRequire(import.meta.url);
// Neither package has types of its own.
const { BpmnModdle } = require('bpmn-moddle') as {
  BpmnModdle: new () => { fromXML(xml: string): Promise<{ rootElement: unknown; warnings: unknown[] }> };
};
const { Linter } = require('bpmnlint') as {
  Linter: new (options: object) => { lint(root: unknown): Promise<Record<string, { id: string; message: string }[]>> };
};
const NodeResolver = require('bpmnlint/lib/resolver/node-resolver') as new () => object;

const making = makingFrom();
const views = viewsOf(making, true).filter(({ kind }) => kind !== 'legend');
const xmlOf = (name: string): string => {
  const view = views.find((one) => one.name === name);
  const picture = view && pictureOfView(view, making);
  if (!picture?.ok) throw new Error(`no picture of ${name}`);
  return bpmnXml(bpmnOf(picture.value, making.words));
};

const lint = (root: unknown) =>
  new Linter({ config: { extends: 'bpmnlint:recommended' }, resolver: new NodeResolver() }).lint(root);

describe('BPMN 2.0', () => {
  it('the linter used here does find a dead end', async () => {
    const cut = xmlOf('block-scheme.issue')
      .replace(/<sequenceFlow id="flow_9"[^>]*>/, '')
      .replace(/<(incoming|outgoing)>flow_9<\/\1>/g, '');
    const { rootElement } = await new BpmnModdle().fromXML(cut.replace(/<bpmndi:BPMNEdge id="flow_9_di".*\n/, ''));
    expect(Object.keys(await lint(rootElement))).toContain('no-implicit-end');
  });

  it.each(views.map(({ name }) => name))(
    '%s is read again without warnings and passes the recommended rules',
    async (name) => {
      const { rootElement, warnings } = await new BpmnModdle().fromXML(xmlOf(name));
      expect(warnings).toEqual([]);
      const linter = new Linter({ config: { extends: 'bpmnlint:recommended' }, resolver: new NodeResolver() });
      expect(await linter.lint(rootElement)).toEqual({});
    },
  );

  it('keeps terms as documentation, the recipient outside, the document as data', () => {
    const scheme = xmlOf('block-scheme.issue');
    expect(scheme).toContain('<documentation>(13 рабочих дней)</documentation>');
    expect(scheme).toContain('<participant id="outside" name="Потребитель" />');
    expect(scheme).toContain('sourceRef="outside" targetRef="s"');
    const portal = xmlOf('interaction-portal-recipient');
    expect(portal).toContain('name="Электронная лицензия" dataObjectRef=');
    expect(portal).toContain('<errorEventDefinition');
  });

  it('gives a task the height that its words need', () => {
    const xml = xmlOf('block-scheme.issue');
    const tasks = [...xml.matchAll(/<(?:user|service|manual)?[tT]ask id="([^"]+)" name="([^"]+)"/g)];
    expect(tasks.length).toBeGreaterThan(3);
    for (const [, id, name = ''] of tasks) {
      const height = new RegExp(`bpmnElement="${id}"[^>]*>\\s*<dc:Bounds[^>]* height="([\\d.]+)"`).exec(xml)?.[1];
      // Eighteen letters of 12 px stand in a line at most, in a wide type.
      expect({ name, isRoomy: Number(height) >= Math.ceil(name.length / 18) * 14.4 }).toEqual({ name, isRoomy: true });
    }
  });

  it('holds any text', () => {
    const copy = structuredClone(making.regulation);
    const step = copy.process.internal?.steps[0];
    if (step) step.text = 'a < b & "c" \u0000\u0008';
    const picture = pictureOfView(views[0] ?? { name: '', kind: 'legend', flow: 'internal', title: '', named: false }, {
      ...making,
      regulation: copy,
    });
    expect(picture.ok && bpmnXml(bpmnOf(picture.value, making.words))).toContain('a &lt; b &amp; &quot;c&quot;');
  });
});
