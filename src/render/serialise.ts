/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { EdgeLine } from './geometry.ts';

/** A finished drawing as text, with its size in pixels. */
export interface Serialised {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/**
 * Runs inside the page after `repairInPage`: lays the better routes, moves their labels, drops what nothing uses, puts a
 * tight frame on white and writes the drawing out.
 */
export function serialiseInPage(routes: readonly EdgeLine[], margin: number): Serialised {
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

  /** The label of a route: on its longest segment, nearer to where it leaves. */
  function placeLabel(label: SVGGElement, points: EdgeLine['points']): void {
    const lengths = points.slice(1).map((point, index) => {
      const before = points[index] ?? point;
      return Math.abs(point[0] - before[0]) + Math.abs(point[1] - before[1]);
    });
    const longest = lengths.findIndex((length) => length >= 44);
    const at = longest >= 0 ? longest : lengths.indexOf(Math.max(...lengths));
    const [a, b] = [points[at], points[at + 1]];
    if (!a || !b) return;
    const share = Math.min(0.5, 34 / (lengths[at] ?? 1));
    label.setAttribute('transform', `translate(${a[0] + (b[0] - a[0]) * share}, ${a[1] + (b[1] - a[1]) * share})`);
  }

  function layRoutes(): void {
    for (const { id, points } of routes) {
      const path = all<SVGPathElement>('path[data-id]').find((one) => one.dataset.id === id);
      path?.setAttribute('d', pathOf(points));
      const label = all<SVGGElement>('g.edgeLabel').find((one) => one.id.endsWith(`-${id}`));
      if (label) placeLabel(label, points);
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

  layRoutes();
  dropUnused();
  const size = frame();
  const text = new XMLSerializer().serializeToString(svg).replace(' style="display: block;"', '');
  return { svg: `${text}\n`, ...size };
}
