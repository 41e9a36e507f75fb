/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { EdgeLine, Geometry } from './geometry.ts';

/** A finished drawing as text, with its size in pixels. */
export interface Serialised {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/**
 * Runs inside the page after `repairInPage`: puts figures, lanes and arrows where `geometry` says, moves the answers, drops what nothing uses, puts a
 * tight frame on white and writes the drawing out.
 */
export function serialiseInPage(geometry: Geometry, margin: number): Serialised {
  const found = document.querySelector<SVGSVGElement>('#container svg');
  if (!found) throw new Error('no drawing');
  const svg = found;
  const all = <T extends Element>(selector: string): T[] => [...svg.querySelectorAll<T>(selector)];

  /** Corners rounded by 5 px; the last segment stops short by the arrow head's overhang. */
  function pathOf(points: EdgeLine['points']): string {
    const last = points.length - 1;
    const toward = (from: readonly [number, number], to: readonly [number, number], by: number): [number, number] => {
      const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
      const part = Math.min(by, length / 2) / length;
      return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
    };
    return points
      .map((point, index) => {
        const [before, after] = [points[index - 1], points[index + 1]];
        if (!before) return `M${point.join(',')}`;
        if (!after) return `L${(index === last ? toward(point, before, 4) : point).join(',')}`;
        return `L${toward(point, before, 5).join(',')}Q${point.join(',')} ${toward(point, after, 5).join(',')}`;
      })
      .join('');
  }

  /** Figures and lanes where they settled; a diamond takes its new size. */
  function placeFigures(): void {
    for (const { id, x, y, width, height, shape } of geometry.nodes) {
      const node = all<SVGGElement>('g.node').find(
        (one) => one.id.replace(/^.*?flowchart-/, '').replace(/-\d+$/, '') === id,
      );
      const outline = node?.querySelector<SVGGraphicsElement>('.label-container');
      if (!node || !outline) continue;
      const matrix = outline.transform.baseVal.consolidate()?.matrix;
      const box = outline.getBBox();
      if (shape === 'diamond') {
        const [halfWidth, halfHeight] = [width / 2, height / 2];
        outline.setAttribute('points', `0,${-halfHeight} ${halfWidth},0 0,${halfHeight} ${-halfWidth},0`);
        outline.removeAttribute('transform');
        node.setAttribute('transform', `translate(${x + halfWidth}, ${y + halfHeight})`);
      } else
        node.setAttribute('transform', `translate(${x - box.x - (matrix?.e ?? 0)}, ${y - box.y - (matrix?.f ?? 0)})`);
    }
    for (const { id, height } of geometry.lanes) {
      for (const body of all<SVGRectElement>('rect.swimlane-body'))
        if (body.parentElement?.id === id) body.setAttribute('height', String(height));
    }
  }

  function placeLabels(): void {
    for (const { id, x, y, width, height } of geometry.labels) {
      const label = all<SVGGElement>('g.edgeLabel').find((one) => one.id === id);
      label?.setAttribute('transform', `translate(${x + width / 2}, ${y + height / 2})`);
    }
  }

  function layRoutes(): void {
    for (const { id, points } of geometry.edges) {
      const path = all<SVGPathElement>('path[data-id]').find((one) => one.dataset.id === id);
      path?.setAttribute('d', pathOf(points));
    }
  }

  /** Only the rules and definitions that something in the drawing uses. */
  function dropUnused(): void {
    for (const style of all<SVGStyleElement>('style')) {
      const rules = [...(style.sheet?.cssRules ?? [])].filter(
        (rule): rule is CSSStyleRule =>
          rule instanceof CSSStyleRule && svg.parentElement?.querySelector(rule.selectorText) !== null,
      );
      style.textContent = rules.map((rule) => rule.cssText).join('\n');
    }
    const used = new Set(
      all('[marker-end],[marker-start]').flatMap((line) =>
        ['marker-end', 'marker-start'].map((key) => line.getAttribute(key) ?? ''),
      ),
    );
    for (const marker of all('marker')) if (!used.has(`url(#${marker.id})`)) marker.remove();
    for (const part of all('filter, linearGradient, defs:empty, g.label > rect:not([width]), rect.background'))
      part.remove();
    for (const part of all('defs')) if (part.childElementCount === 0) part.remove();
    for (const rest of all('g.edgeLabel > rect')) rest.remove();
  }

  /** A tight frame on white, and coordinates of two decimals: the last bits differ between processors. */
  function frame(): { width: number; height: number } {
    const root = svg.querySelector<SVGGElement>('g');
    const box = root?.getBBox() ?? svg.getBBox();
    const x = Math.floor(box.x - margin);
    const y = Math.floor(box.y - margin);
    const width = Math.ceil(box.x + box.width + margin) - x;
    const height = Math.ceil(box.y + box.height + margin) - y;
    svg.setAttribute('viewBox', `${x} ${y} ${width} ${height}`);
    svg.setAttribute('width', String(width));
    svg.setAttribute('height', String(height));
    svg.removeAttribute('style');
    document.body.style.margin = '0';
    svg.style.display = 'block';
    const background = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    for (const [key, value] of Object.entries({ x, y, width, height, fill: '#ffffff' }))
      background.setAttribute(key, String(value));
    root?.before(background);
    for (const element of [svg, ...all('*')]) {
      for (const { name, value } of [...element.attributes]) {
        if (name.startsWith('data-') || value === '') element.removeAttribute(name);
        else if (/\.\d{3}/.test(value))
          element.setAttribute(
            name,
            value.replace(/-?\d+\.\d{3,}/g, (digits) => String(Number(Number(digits).toFixed(2)))),
          );
      }
    }
    return { width, height };
  }

  if (geometry.lanes.length > 0) {
    placeFigures();
    layRoutes();
    placeLabels();
  }
  dropUnused();
  const size = frame();
  const text = new XMLSerializer().serializeToString(svg).replace(' style="display: block;"', '');
  return { svg: `${text}\n`, ...size };
}
