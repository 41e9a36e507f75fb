import type { Anchor } from '../layout/index.ts';
import { fontName } from './content.ts';
import { number, textString } from './encode.ts';
import type { Objects } from './objects.ts';
import type { Widget } from './structure.ts';

export interface FormPage {
  readonly id: number;
  readonly height: number;
}

/** The object that lists the fields, and the fields. */
export interface Form {
  readonly id: number;
  readonly widgets: readonly Widget[];
}

const typeSize = 11;
const multiline = 1 << 12;
/** Flags of a widget (ISO 32000-1, 12.5.3): it is printed; what is signed is not moved or removed either. */
const print = 1 << 2;
const locked = 1 << 7;

const box = (anchor: Anchor): string =>
  `/Type /XObject /Subtype /Form /BBox [0 0 ${number(anchor.width)} ${number(anchor.height)}] /Resources << >>`;

const tick = ({ width, height }: Anchor): string =>
  `1 w ${number(width * 0.18)} ${number(height * 0.48)} m ${number(width * 0.42)} ${number(height * 0.2)} l ${number(width * 0.86)} ${number(height * 0.84)} l S`;

/** The part of a field that depends on its kind; a field keeps its look, since an archive may not make one on opening. */
function stateOf(anchor: Anchor, objects: Objects): string {
  const stream = (operators: string): number => objects.stream(box(anchor), Buffer.from(operators, 'latin1'));
  // What is seen is the page beneath: its words are set, tagged and read like all others.
  if (anchor.kind === 'signature') return `/FT /Sig /AP << /N ${stream('')} 0 R >>`;
  if (anchor.kind === 'check') {
    const state = anchor.checked === true ? '/Yes' : '/Off';
    return `/FT /Btn /V ${state} /AS ${state} /AP << /N << /Yes ${stream(tick(anchor))} 0 R /Off ${stream('')} 0 R >> >>`;
  }
  const flags = anchor.height > typeSize * 2.5 ? `/Ff ${multiline}` : '';
  return `/FT /Tx ${flags} /DA (/${fontName.regular} ${typeSize} Tf 0 g) /AP << /N ${stream('/Tx BMC EMC')} 0 R >>`;
}

/** Writes named places as fields; `font` is the object of the face in which one types, if there is anything to type. */
export function writeForm(
  anchors: readonly Anchor[],
  pages: readonly FormPage[],
  font: number | undefined,
  objects: Objects,
): Form {
  const widgets = anchors.flatMap((anchor, index): Widget[] => {
    const page = pages[anchor.page];
    if (!page || anchor.tag === null) return [];
    const structParent = pages.length + index;
    const bottom = page.height - anchor.y - anchor.height;
    const edges = [anchor.x, bottom, anchor.x + anchor.width, bottom + anchor.height].map(number).join(' ');
    const id = objects.add(
      `<< /Type /Annot /Subtype /Widget /F ${anchor.kind === 'signature' ? print | locked : print} /P ${page.id} 0 R /Rect [${edges}] /T ${textString(anchor.name)} /TU ${textString(anchor.label)}` +
        ` /StructParent ${structParent} ${stateOf(anchor, objects)} >>`,
    );
    return [{ id, page: anchor.page, tag: anchor.tag, structParent }];
  });
  const fields = widgets.map(({ id }) => `${id} 0 R`).join(' ');
  const look =
    font === undefined
      ? ''
      : `/DR << /Font << /${fontName.regular} ${font} 0 R >> >> /DA (/${fontName.regular} ${typeSize} Tf 0 g)`;
  // 1: there is a field to sign in; 2: what is signed is only ever added to (ISO 32000-1, 12.7.2).
  const signed = anchors.some(({ kind }) => kind === 'signature') ? '/SigFlags 3' : '';
  return { id: objects.add(`<< /Fields [${fields}] ${look} ${signed} >>`), widgets };
}
