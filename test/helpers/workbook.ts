import { strToU8, zipSync } from 'fflate';

/** Where the one sheet of `smallWorkbook` stands. */
export const sheetPart = 'xl/worksheets/sheet1.xml';

/** The smallest workbook with one sheet, «Лист1», given as its XML; names are prefixed and paths absolute, as some programs write them. */
export const smallWorkbook = (sheet: Uint8Array, more: Record<string, Uint8Array> = {}): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8(
      '<x:workbook xmlns:x="x" xmlns:r="r"><x:sheets><x:sheet name="Лист1" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships><Relationship Id="rId1" Target="/${sheetPart}"/></Relationships>`,
    ),
    [sheetPart]: sheet,
    ...more,
  });
