import type { Element } from './markup.ts';

/** The tree with the drawing in its emblems, or without its emblems where there is no drawing. */
export function withEmblem(element: Element, drawing: Uint8Array | undefined): Element {
  const children = element.children.flatMap((child): Element['children'] => {
    if (typeof child === 'string') return [child];
    if (child.name !== 'emblem') return [withEmblem(child, drawing)];
    return drawing ? [{ ...child, drawing }] : [];
  });
  const isSame =
    children.length === element.children.length && children.every((child, at) => child === element.children[at]);
  return isSame ? element : { ...element, children };
}
