import type { Bpmn, BpmnNode } from './bpmn.ts';
import { layoutBpmn, type Bounds, type BpmnLayout } from './bpmn-layout.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Text for an attribute or an element; signs that XML 1.0 does not allow are dropped. */
const xml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
const named = (name: string | undefined): string => (name ? ` name="${xml(name)}"` : '');
const laneId = (index: number): string => `lane_${index + 1}`;

function nodeXml(node: BpmnNode, bpmn: Bpmn): string[] {
  const { id, kind, name, event, note } = node;
  if (kind === 'dataObjectReference')
    return [
      `<dataObject id="object_${id}" />`,
      `<dataObjectReference id="${id}"${named(name)} dataObjectRef="object_${id}" />`,
    ];
  const outputs = bpmn.outputs.filter(({ step }) => step === id);
  return [
    `<${kind} id="${id}"${named(name)}>`,
    ...(note === undefined ? [] : [`  <documentation>${xml(note)}</documentation>`]),
    ...bpmn.flows.filter(({ to }) => to === id).map((flow) => `  <incoming>${flow.id}</incoming>`),
    ...bpmn.flows.filter(({ from }) => from === id).map((flow) => `  <outgoing>${flow.id}</outgoing>`),
    ...outputs.map(
      ({ document }) =>
        `  <dataOutputAssociation id="output_${document}"><targetRef>${document}</targetRef></dataOutputAssociation>`,
    ),
    ...(event === undefined ? [] : [`  <${event}EventDefinition id="definition_${id}" />`]),
    `</${kind}>`,
  ];
}

const boundsXml = ({ x, y, width, height }: Bounds): string =>
  `<dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}" />`;

function shapesXml(bpmn: Bpmn, layout: BpmnLayout): string[] {
  const shape = (element: string, bounds: Bounds | undefined, more = '', label = ''): string[] =>
    bounds
      ? [
          `<bpmndi:BPMNShape id="${element}_di" bpmnElement="${element}"${more}>${boundsXml(bounds)}${label}</bpmndi:BPMNShape>`,
        ]
      : [];
  const below = (node: BpmnNode, bounds: Bounds | undefined): string => {
    if (!bounds || /Task|Activity/.test(node.kind) || node.name === '') return '';
    const label = { x: bounds.x + bounds.width / 2 - 80, y: bounds.y + bounds.height + 4, width: 160, height: 28 };
    return `<bpmndi:BPMNLabel>${boundsXml(label)}</bpmndi:BPMNLabel>`;
  };
  return [
    ...shape('pool', layout.pool, ' isHorizontal="true"'),
    ...(bpmn.outside ? shape(bpmn.outside.id, layout.outside, ' isHorizontal="true"') : []),
    ...bpmn.lanes.flatMap(({ id }, index) => shape(laneId(index), layout.lanes.get(id), ' isHorizontal="true"')),
    ...bpmn.nodes.flatMap((node) => {
      const bounds = layout.nodes.get(node.id);
      return shape(
        node.id,
        bounds,
        node.kind === 'exclusiveGateway' ? ' isMarkerVisible="true"' : '',
        below(node, bounds),
      );
    }),
  ];
}

function edgesXml(bpmn: Bpmn, layout: BpmnLayout): string[] {
  const edge = (id: string, points: readonly (readonly [number, number])[]): string =>
    `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}">${points.map(([x, y]) => `<di:waypoint x="${x}" y="${y}" />`).join('')}</bpmndi:BPMNEdge>`;
  const associations = bpmn.outputs.flatMap(({ step, document }) => {
    const [from, to] = [layout.nodes.get(step), layout.nodes.get(document)];
    if (!from || !to) return [];
    return [
      edge(`output_${document}`, [
        [from.x + from.width, from.y + from.height / 2],
        [to.x, to.y + to.height / 2],
      ]),
    ];
  });
  return [...[...bpmn.flows, ...bpmn.messages].map(({ id }) => edge(id, layout.edges.get(id) ?? [])), ...associations];
}

const indent = (lines: readonly string[], by: number): string[] => lines.map((line) => ' '.repeat(by) + line);

/** BPMN 2.0 XML of a collaboration, with its diagram. The same picture gives the same bytes. */
export function bpmnXml(bpmn: Bpmn): string {
  const layout = layoutBpmn(bpmn);
  const lanes = bpmn.lanes.flatMap((lane, index) => [
    `<lane id="${laneId(index)}"${named(lane.title)}>`,
    ...bpmn.nodes.filter((node) => node.lane === lane.id).map((node) => `  <flowNodeRef>${node.id}</flowNodeRef>`),
    '</lane>',
  ]);
  const own = bpmn.nodes
    .filter(({ kind }) => kind === 'dataObjectReference')
    .map(({ id }) => `<flowNodeRef>${id}</flowNodeRef>`);
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"' +
      ' xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI"' +
      ` id="definitions_${bpmn.id}" targetNamespace="urn:reglament:${bpmn.id}">`,
    '  <collaboration id="collaboration">',
    `    <participant id="pool"${named(bpmn.title)} processRef="process" />`,
    ...(bpmn.outside ? [`    <participant id="${bpmn.outside.id}"${named(bpmn.outside.name)} />`] : []),
    ...bpmn.messages.map(({ id, from, to }) => `    <messageFlow id="${id}" sourceRef="${from}" targetRef="${to}" />`),
    '  </collaboration>',
    '  <process id="process" isExecutable="false">',
    '    <laneSet id="lanes">',
    ...indent(
      lanes.filter((line) => !own.includes(line.trim())),
      6,
    ),
    '    </laneSet>',
    ...indent(
      bpmn.nodes.flatMap((node) => nodeXml(node, bpmn)),
      4,
    ),
    ...bpmn.flows.map(
      ({ id, from, to, name }) => `    <sequenceFlow id="${id}"${named(name)} sourceRef="${from}" targetRef="${to}" />`,
    ),
    '  </process>',
    '  <bpmndi:BPMNDiagram id="diagram">',
    '    <bpmndi:BPMNPlane id="plane" bpmnElement="collaboration">',
    ...indent([...shapesXml(bpmn, layout), ...edgesXml(bpmn, layout)], 6),
    '    </bpmndi:BPMNPlane>',
    '  </bpmndi:BPMNDiagram>',
    '</definitions>',
  ].join('\n')}\n`;
}
