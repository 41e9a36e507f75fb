import type { Face } from '../text/metrics.ts';
import type { Language } from './block.ts';

/** Points from the left and the top edge of the page, y downwards. Plain data: what is placed is what is drawn. */
export type { Face } from '../text/metrics.ts';

/** The number of a tag in `Layout.tags`; `null` is page furniture that is not read aloud. */
export type TagId = number | null;

export interface PlacedRun {
  readonly text: string;
  readonly face: Face;
  readonly size: number;
  /** Left edge of the run. */
  readonly x: number;
  readonly width: number;
  /** Points added to every space of the run. */
  readonly stretch: number;
  /** The tag of a run that has one of its own within the line: words in another language. */
  readonly tag?: number;
  readonly underline?: boolean;
  /** The run ends in a hyphen that is drawn but is no part of the text. */
  readonly hyphen?: boolean;
}

/** A line of text; `y` is its base line. The line has been set whole: nothing of it lies outside its column. */
export interface PlacedLine {
  readonly kind: 'line';
  readonly y: number;
  readonly runs: readonly PlacedRun[];
  readonly tag: TagId;
}

export interface PlacedRule {
  readonly kind: 'rule';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly thickness: number;
  readonly dash?: readonly number[];
}

export type PathStep =
  | readonly ['M' | 'L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z'];

export interface PlacedPath {
  readonly kind: 'path';
  readonly x: number;
  readonly y: number;
  /** Steps relative to x, y. */
  readonly steps: readonly PathStep[];
  readonly paint: 'fill' | 'stroke';
  readonly thickness: number;
  readonly dash?: readonly number[];
  /** Present where the drawing means something (a box that is ticked), with its size; all else is furniture. */
  readonly figure?: { readonly width: number; readonly height: number; readonly tag: TagId };
}

/** A bar code: dark rectangles on an integer grid, four numbers (column, row, columns, rows) each. */
export interface PlacedModules {
  readonly kind: 'modules';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Size of one module in points. */
  readonly moduleWidth: number;
  readonly moduleHeight: number;
  readonly dark: readonly number[];
  readonly tag: TagId;
}

export interface PlacedFigure {
  readonly kind: 'figure';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly source: { readonly pdf: Uint8Array; readonly page: number };
  readonly tag: TagId;
}

/** Pale letters set at an angle (degrees, anticlockwise) about their middle. */
export interface PlacedWatermark {
  readonly kind: 'watermark';
  readonly text: string;
  readonly face: Face;
  readonly size: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly angle: number;
  /** 0 black, 1 white. */
  readonly gray: number;
}

export type Item = PlacedLine | PlacedRule | PlacedPath | PlacedModules | PlacedFigure | PlacedWatermark;

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly items: readonly Item[];
}

export type Role =
  | 'Document'
  | 'Part'
  | 'Div'
  | 'P'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Span'
  | 'Form';

/** One element of the reading order. The text of a tag is what the items that name it show, in page order. */
export interface Tag {
  readonly role: Role;
  readonly parent: number | null;
  readonly lang?: Language;
  readonly alt?: string;
  readonly scope?: 'Column' | 'Row';
  readonly colspan?: number;
  readonly rowspan?: number;
  readonly ordered?: boolean;
}

export interface OutlineEntry {
  readonly title: string;
  readonly level: number;
  /** From 0. */
  readonly page: number;
  /** Points from the top of the page. */
  readonly y: number;
}

/** A place for pen or mouse that the document named. */
export interface Anchor {
  readonly name: string;
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly kind: 'text' | 'check' | 'signature';
  readonly checked?: boolean;
  /** What stands before or beside it, for readers who do not see the page. */
  readonly label: string;
  readonly tag: TagId;
}

export interface Layout {
  readonly title: string;
  readonly lang: Language;
  readonly pages: readonly Page[];
  /** Reading order as a tree: a tag stands after its parent, children in order; tag 0 is the document. */
  readonly tags: readonly Tag[];
  readonly outline: readonly OutlineEntry[];
  readonly anchors: readonly Anchor[];
}
