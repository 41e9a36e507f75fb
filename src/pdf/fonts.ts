import { readAsset } from '../store/index.ts';
import { fontOf, type Face, type FaceMetrics, type FontSet } from '../text/metrics.ts';

/** A reduced face as it stands in the file: deflated, and its length before. */
export interface FontProgram {
  readonly deflated: Uint8Array;
  readonly length: number;
  /** The map from its glyphs to letters, deflated. */
  readonly toUnicode: Uint8Array;
}

export interface Fonts {
  readonly set: FontSet;
  readonly programs: Readonly<Record<Face, FontProgram>>;
}

let loaded: Fonts | undefined;

type Stored = FaceMetrics & { readonly length: number };

// The file is ours, made by scripts/build-fonts.ts from this very type.
const stored = (face: Face): Stored => JSON.parse(new TextDecoder().decode(readAsset(`fonts/${face}.json`))) as Stored;

/** The faces of assets/fonts, read once a process. */
export function loadFonts(): Fonts {
  if (loaded) return loaded;
  const [regular, bold, italic, boldItalic] = [
    stored('regular'),
    stored('bold'),
    stored('italic'),
    stored('boldItalic'),
  ];
  const program = (face: Face, { length }: Stored): FontProgram => ({
    deflated: readAsset(`fonts/${face}.ttf.z`),
    length,
    toUnicode: readAsset(`fonts/${face}.cmap.z`),
  });
  loaded = {
    set: { regular: fontOf(regular), bold: fontOf(bold), italic: fontOf(italic), boldItalic: fontOf(boldItalic) },
    programs: {
      regular: program('regular', regular),
      bold: program('bold', bold),
      italic: program('italic', italic),
      boldItalic: program('boldItalic', boldItalic),
    },
  };
  return loaded;
}
