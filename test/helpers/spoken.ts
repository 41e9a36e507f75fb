import type { Element } from '../../src/document/index.ts';

/** Stands on pages and belongs to no text: a reader aloud leaves it out. */
const unspoken = ['header', 'footer', 'continuation'];

const inOrder = (element: Element): readonly (Element | string)[] => {
  if (element.name !== 'signature') return element.children;
  // The words below the line are read where the line stands: between the post and the name.
  const parts = ['post', 'caption', 'name'];
  const placeOf = (child: Element | string): number => (typeof child === 'string' ? -1 : parts.indexOf(child.name));
  return [...element.children].sort((one, other) => placeOf(one) - placeOf(other));
};

/** The words of a document as its markup has them, in the order in which they are to be read. */
export function spokenText(element: Element | string): string {
  if (typeof element === 'string') return element;
  if (unspoken.includes(element.name)) return '';
  const { label = '', number, value, print } = element.attributes;
  if (element.name === 'barcode') return print === 'yes' ? ` ${value ?? ''} ` : '';
  const before = element.name === 'box' && number !== undefined ? `${number}.` : label;
  return `${before} ${inOrder(element).map(spokenText).join('')} `;
}

/** Text without what the setting of lines adds: spaces, and hyphens where words are divided. */
export const bare = (text: string): string =>
  text.replace(/[\s\u00A0]+/g, '').replace(/(?<=\p{L})[-\u00AD\u2010](?=\p{Ll})/gu, '');

/** What the structure of a file says, by the listing of `pdfinfo -struct-text`. */
export const structureText = (listing: string): string =>
  [...listing.matchAll(/^\s*"(.*)"$/gm)].map(([, piece]) => piece ?? '').join('');
