/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Box, EdgeLine, Geometry, NodeBox } from './geometry.ts';

/**
 * Runs inside the page, so it may use nothing from outside itself. Repairs what swimlane-beta 11.17 leaves:
 * lane titles of unequal height, words split into runs whose spaces other viewers swallow, labels without a plate,
 * sketched shapes of 20 KB, a legend out of line. Measures the result.
 */
export function repairInPage(): Geometry {
  const found = document.querySelector<SVGSVGElement>('#container svg');
  if (!found) throw new Error('no drawing');
  const svg = found;
  const space = 'http://www.w3.org/2000/svg';
  const all = <T extends Element>(selector: string, within: Element = svg): T[] => [
    ...within.querySelectorAll<T>(selector),
  ];
  const make = (name: string, attributes: Readonly<Record<string, string | number>>): SVGElement => {
    const element = document.createElementNS(space, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    return element;
  };
  const number = (element: Element, key: string): number => Number(element.getAttribute(key) ?? 0);
  const shift = (element: SVGGraphicsElement): { x: number; y: number } => {
    const matrix = element.transform.baseVal.consolidate()?.matrix;
    return { x: matrix?.e ?? 0, y: matrix?.f ?? 0 };
  };

  /** One run per style and line: librsvg drops the space at the start of each of Mermaid's word-by-word runs. */
  function joinRuns(): void {
    for (const text of all<SVGTextElement>('text')) text.setAttribute('xml:space', 'preserve');
    for (const row of all('tspan.text-outer-tspan')) {
      let last: Element | undefined;
      for (const run of [...row.children]) {
        const same =
          last && ['font-weight', 'font-style'].every((key) => last?.getAttribute(key) === run.getAttribute(key));
        if (last && same) {
          last.textContent = `${last.textContent ?? ''}${run.textContent ?? ''}`;
          run.remove();
        } else last = run;
      }
      // The joiners that kept Mermaid from reading the text as its own syntax.
      for (const run of [...row.children]) run.textContent = (run.textContent ?? '').replaceAll('\u2060', '');
    }
  }

  /** Titles of one height, centred both ways; the strip grows upwards, where no arrow runs. */
  function levelTitles(): void {
    const titles = all<SVGRectElement>('rect.swimlane-title');
    if (titles.length === 0) return;
    const gap = 6;
    const labels = all<SVGGElement>('.swimlane-label');
    for (const run of all('.swimlane-label tspan.text-inner-tspan')) run.setAttribute('font-weight', 'bold');
    const height = Math.max(...labels.map((label) => label.getBBox().height)) + 2 * gap;
    const bottom = Math.min(...titles.map((title) => number(title, 'y') + number(title, 'height')));
    for (const title of titles) {
      title.setAttribute('y', String(bottom - height));
      title.setAttribute('height', String(height));
      const lane = title.parentElement;
      const body = lane?.querySelector('rect.swimlane-body');
      if (body) {
        const end = number(body, 'y') + number(body, 'height');
        body.setAttribute('y', String(bottom));
        body.setAttribute('height', String(end - bottom));
      }
      const label = lane?.querySelector<SVGGElement>('.swimlane-label');
      if (!label) continue;
      const middle = number(title, 'x') + number(title, 'width') / 2;
      for (const text of all<SVGTextElement>('text', label)) text.setAttribute('text-anchor', 'middle');
      const box = label.getBBox();
      label.setAttribute('transform', `translate(${middle}, ${bottom - height / 2 - (box.y + box.height / 2)})`);
    }
  }

  /** A white plate under each label of an arrow, so that the line does not strike the word through. */
  function putPlates(): void {
    for (const label of all<SVGGElement>('g.edgeLabel')) {
      const text = label.querySelector<SVGTextElement>('text');
      if (!text || (text.textContent ?? '') === '') {
        label.remove();
        continue;
      }
      const box = text.getBBox();
      text.before(
        make('rect', {
          x: box.x - 3,
          y: box.y,
          width: box.width + 6,
          height: box.height,
          fill: '#ffffff',
          class: 'plate',
        }),
      );
    }
  }

  /** The sheet of a document as one plain outline in place of a sketched one. */
  function plainSheets(): void {
    for (const group of all<SVGGElement>('g.outer-path')) {
      const { x, y, width, height } = group.getBBox();
      const wave = Math.min(8, height / 5);
      const low = y + height - wave;
      const d = `M${x},${y}H${x + width}V${low}Q${x + width * 0.75},${low - wave} ${x + width / 2},${low}T${x},${low}Z`;
      group.replaceChildren(make('path', { d, fill: '#ffffff', stroke: '#000000', 'stroke-width': 1 }));
    }
  }

  /** A legend in two columns, in the order of its text: signs and sample arrows on one axis, meanings flush left. */
  function alignLegend(): void {
    const length = 64;
    const named = (id: string): SVGGElement | undefined =>
      all<SVGGElement>('g.node').find((node) => node.id.includes(`flowchart-${id}-`));
    const signs = all<SVGGElement>('g.node:not(.meaning):not(.none)');
    for (const sign of signs) {
      const outline = sign.querySelector('rect.label-container');
      if (!outline || !svg.querySelector('g.node.meaning') || (sign.textContent ?? '').trim() !== '') continue;
      for (const [key, value] of Object.entries({ x: -length / 2, y: -14, width: length, height: 28 }))
        outline.setAttribute(key, String(value));
    }
    const half = Math.max(length / 2, ...signs.map((sign) => sign.getBBox().width / 2));
    let y = 0;
    for (let row = 1; row <= all('g.node.meaning').length; row += 1) {
      const meaning = named(`t${row}`);
      const sign = named(`l${row}`);
      const arrow = all<SVGPathElement>('path[data-id]').find((path) => path.dataset.id === `L_l${row}_l${row}a_0`);
      if (!meaning || !sign) continue;
      const height = Math.max(arrow ? 0 : sign.getBBox().height, meaning.getBBox().height) + 12;
      const middle = y + height / 2;
      for (const text of all<SVGTextElement>('text', meaning)) text.style.textAnchor = 'start';
      for (const part of all('rect', meaning)) part.remove();
      meaning.setAttribute('transform', `translate(${half + 24}, ${middle})`);
      sign.setAttribute('transform', `translate(0, ${middle})`);
      arrow?.setAttribute('d', `M${-length / 2},${middle}H${length / 2 - 4}`);
      y += height;
    }
    if (y > 0) for (const hidden of all('g.node.none, path.edge-thickness-invisible')) hidden.remove();
  }

  function measure(): Geometry {
    const boxOf = (
      id: string,
      box: { x: number; y: number; width: number; height: number },
      by = { x: 0, y: 0 },
    ): Box => ({
      id,
      x: box.x + by.x,
      y: box.y + by.y,
      width: box.width,
      height: box.height,
    });
    const nodes = all<SVGGElement>('g.node').map((node): NodeBox => {
      const outline = node.querySelector<SVGGraphicsElement>('.label-container') ?? node;
      const tag = outline.tagName.toLowerCase();
      // A hexagon and a sub-process are polygons too.
      const corners = (outline.getAttribute('points') ?? '').trim().split(/\s+/).length;
      const shape = tag === 'polygon' && corners === 4 ? 'diamond' : tag === 'circle' ? 'circle' : 'box';
      const inner = outline === node ? { x: 0, y: 0 } : shift(outline);
      const by = shift(node);
      const id = node.id.replace(/^.*?flowchart-/, '').replace(/-\d+$/, '');
      const words = node.querySelector<SVGTextElement>('text')?.getBBox();
      const text = words && { width: words.width, height: words.height };
      return {
        ...boxOf(id, outline.getBBox(), { x: by.x + inner.x, y: by.y + inner.y }),
        shape,
        ...(text ? { text } : {}),
      };
    });
    const edges = all<SVGPathElement>('path[data-points]').map((path): EdgeLine => {
      const points: unknown = JSON.parse(atob(path.dataset.points ?? 'W10='));
      const pairs = Array.isArray(points)
        ? points.map((point: { x: number; y: number }) => [point.x, point.y] as const)
        : [];
      return { id: path.dataset.id ?? '', points: pairs };
    });
    const lanes = all<SVGRectElement>('rect.swimlane-body').map((rect) =>
      boxOf(rect.parentElement?.id ?? '', rect.getBBox()),
    );
    const titles = all<SVGRectElement>('rect.swimlane-title').map((rect) =>
      boxOf(rect.parentElement?.id ?? '', rect.getBBox()),
    );
    const labels = all<SVGGElement>('g.edgeLabel').map((label) => {
      const plate = label.querySelector<SVGGElement>('g.label');
      const inner = plate ? shift(plate) : { x: 0, y: 0 };
      const by = shift(label);
      const rect = label.querySelector<SVGRectElement>('rect.plate');
      return boxOf(label.id, (rect ?? label).getBBox(), { x: by.x + inner.x, y: by.y + inner.y });
    });
    const { width, height } = svg.getBBox();
    return { width, height, nodes, edges, lanes, titles, labels };
  }

  joinRuns();
  levelTitles();
  putPlates();
  plainSheets();
  alignLegend();
  return measure();
}
