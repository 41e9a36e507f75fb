/** A rectangle in the units of the drawing (CSS pixels), from its top left corner. */
export interface Box {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface NodeBox extends Box {
  readonly shape: 'box' | 'diamond' | 'circle';
  /** The size of the words inside. */
  readonly text?: { readonly width: number; readonly height: number };
}

export type Point = readonly [x: number, y: number];

/** An arrow as its corners, from the box it leaves to the box it enters. */
export interface EdgeLine {
  readonly id: string;
  readonly points: readonly Point[];
}

/** Where everything of a finished drawing stands; what a drawing is judged by. */
export interface Geometry {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly NodeBox[];
  readonly edges: readonly EdgeLine[];
  readonly lanes: readonly Box[];
  readonly titles: readonly Box[];
  readonly labels: readonly Box[];
}
