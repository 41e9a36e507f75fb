/** Twentieths of a point, the unit of lengths in WordprocessingML. */
export const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);
/** Pixels of 1/96 inch, the unit of pictures in the library. */
export const pixels = (millimetres: number): number => Math.round((millimetres * 96) / 25.4);
