import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate } from 'fflate';
import { chartXml, type ChartSpec } from './charts.ts';
import type { ChartPlace } from './sheet.ts';

export interface PlacedChart {
  readonly sheet: string;
  readonly spec: ChartSpec;
  readonly place: ChartPlace;
}

/** Rows that are written into a sheet past the library: a hundred thousand rows cost it a gigabyte. */
export interface BulkRows {
  readonly sheet: string;
  readonly rows: number;
  readonly columns: number;
  row(index: number): readonly (string | number)[];
}

/** Local time of 1 January 2000: the zip format stores local fields, so every time zone gives the same bytes. */
const stamp = new Date(2000, 0, 1);

const drawingNamespace =
  'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const escape = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');

/** Sheet name -> part of the package. */
function sheetParts(files: Record<string, Uint8Array>): Map<string, string> {
  const read = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const targets = new Map(
    [...read('xl/_rels/workbook.xml.rels').matchAll(/<Relationship [^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  );
  return new Map(
    [...read('xl/workbook.xml').matchAll(/<sheet [^>]*>/g)].map(([tag]) => [
      unescape(attribute(tag, 'name')),
      `xl/${targets.get(attribute(tag, 'r:id')) ?? ''}`,
    ]),
  );
}
const attribute = (tag: string, name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
const unescape = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');

/** Elements of a worksheet that the schema puts after `drawing` (ISO/IEC 29500-1, CT_Worksheet). */
const afterDrawing = new Set([
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
]);

/** Puts an element of a worksheet where the schema wants `drawing`: only the worksheet's own children count, not those of a rule. */
export function insertDrawing(xml: string, element: string): string {
  let depth = 0;
  for (const found of xml.matchAll(/<(\/?)([A-Za-z][\w:]*)[^>]*?(\/?)>/g)) {
    const [, closing, name, empty] = found;
    if (closing) {
      depth -= 1;
      if (depth === 0) return xml.slice(0, found.index) + element + xml.slice(found.index);
      continue;
    }
    if (depth === 1 && afterDrawing.has(name ?? ''))
      return xml.slice(0, found.index) + element + xml.slice(found.index);
    if (!empty) depth += 1;
  }
  throw new Error('a worksheet without an end');
}

function anchor({ from, to }: ChartPlace, number: number, { title, description }: ChartSpec): string {
  const corner = (name: string, at: { row: number; column: number }) =>
    `<xdr:${name}><xdr:col>${at.column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${at.row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  return `<xdr:twoCellAnchor>${corner('from', from)}${corner('to', to)}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${number + 1}" name="${escape(title)}" descr="${escape(description)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="rId${number}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`;
}

function addCharts(
  files: Record<string, Uint8Array>,
  parts: Map<string, string>,
  charts: readonly PlacedChart[],
): void {
  const types: string[] = [];
  let chartNumber = 0;
  const sheets = [...new Set(charts.map(({ sheet }) => sheet))];
  for (const [index, sheet] of sheets.entries()) {
    const part = parts.get(sheet) ?? '';
    const own = charts.filter((chart) => chart.sheet === sheet);
    const drawing = index + 1;
    const links = own.map(({ spec }, place) => {
      chartNumber += 1;
      files[`xl/charts/chart${chartNumber}.xml`] = strToU8(chartXml(spec));
      types.push(
        `<Override PartName="/xl/charts/chart${chartNumber}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>`,
      );
      return `<Relationship Id="rId${place + 1}" Type="${relationships}/chart" Target="../charts/chart${chartNumber}.xml"/>`;
    });
    files[`xl/drawings/drawing${drawing}.xml`] = strToU8(
      `${header}<xdr:wsDr ${drawingNamespace}>${own.map(({ place, spec }, at) => anchor(place, at + 1, spec)).join('')}</xdr:wsDr>`,
    );
    files[`xl/drawings/_rels/drawing${drawing}.xml.rels`] = strToU8(
      `${header}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}</Relationships>`,
    );
    types.push(
      `<Override PartName="/xl/drawings/drawing${drawing}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>`,
    );
    const rels = part.replace('worksheets/', 'worksheets/_rels/').concat('.rels');
    const known = files[rels]
      ? strFromU8(files[rels])
      : `${header}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`;
    files[rels] = strToU8(
      known.replace(
        '</Relationships>',
        `<Relationship Id="rIdDrawing" Type="${relationships}/drawing" Target="../drawings/drawing${drawing}.xml"/></Relationships>`,
      ),
    );
    files[part] = strToU8(insertDrawing(strFromU8(files[part] ?? new Uint8Array()), '<drawing r:id="rIdDrawing"/>'));
  }
  const content = '[Content_Types].xml';
  files[content] = strToU8(
    strFromU8(files[content] ?? new Uint8Array()).replace('</Types>', `${types.join('')}</Types>`),
  );
}

const columnLetters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : `A${String.fromCharCode(39 + column)}`;

/** The properties of a font in the order of the schema (ISO/IEC 29500-1, CT_Font); the library has one of its own. */
const fontOrder = [
  'b',
  'i',
  'strike',
  'outline',
  'shadow',
  'u',
  'vertAlign',
  'sz',
  'color',
  'name',
  'family',
  'charset',
  'scheme',
];
const placeOf = (element: string): number => fontOrder.indexOf(/^<(\w+)/.exec(element)?.[1] ?? '');
const orderedFonts = (styles: string): string =>
  styles.replace(/<font>(.*?)<\/font>/gs, (_whole, inner: string) => {
    const properties = [...inner.matchAll(/<\w+[^>]*\/>/g)].map(([element]) => element);
    return `<font>${properties.sort((one, other) => placeOf(one) - placeOf(other)).join('')}</font>`;
  });

/** So many rows are turned into text at a time. */
const BATCH = 500;

/** The sheet with its rows below the heading, piece by piece; each column keeps the style of the sample row 2 that the library wrote. */
function* filled(xml: string, bulk: BulkRows): Generator<string> {
  const sample = /<row r="2"[^>]*>(.*?)<\/row>/s.exec(xml);
  if (!sample) throw new Error('a sheet without its sample row');
  const letters = Array.from({ length: bulk.columns }, (_, column) => columnLetters(column));
  const styleOf = letters.map(
    (letter) => new RegExp(`<c r="${letter}2"[^>]*? s="(\\d+)"`).exec(sample[1] ?? '')?.[1] ?? '0',
  );
  const last = `${letters.at(-1) ?? 'A'}${bulk.rows + 1}`;
  yield xml.slice(0, sample.index).replace(/<dimension ref="[^"]*"\/>/, `<dimension ref="A1:${last}"/>`);
  for (let from = 0; from < bulk.rows; from += BATCH) {
    let text = '';
    for (let index = from; index < Math.min(from + BATCH, bulk.rows); index += 1) {
      const number = index + 2;
      text += `<row r="${number}">`;
      bulk.row(index).forEach((value, column) => {
        if (value === '') return;
        const place = `<c r="${letters[column] ?? ''}${number}" s="${styleOf[column] ?? '0'}"`;
        text +=
          typeof value === 'number'
            ? `${place}><v>${value}</v></c>`
            : `${place} t="inlineStr"><is><t xml:space="preserve">${escape(value)}</t></is></c>`;
      });
      text += '</row>';
    }
    yield text;
  }
  yield xml.slice(sample.index + sample[0].length);
}

/**
 * Finishes a workbook written by exceljs: charts go in, bulk rows are packed as they are made, the zip gets fixed times.
 * The finished file is never loaded by the library again: it would drop the charts.
 */
export function finishPackage(
  bytes: Uint8Array,
  charts: readonly PlacedChart[],
  bulk: readonly BulkRows[],
): Uint8Array {
  const files: Record<string, Uint8Array> = unzipSync(bytes);
  const parts = sheetParts(files);
  files['xl/styles.xml'] = strToU8(orderedFonts(strFromU8(files['xl/styles.xml'] ?? new Uint8Array())));
  addCharts(files, parts, charts);
  const rowsOf = new Map(bulk.map((rows) => [parts.get(rows.sheet), rows]));
  const packed: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    packed.push(chunk);
  });
  for (const name of Object.keys(files).sort(byPackageOrder)) {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = stamp;
    zip.add(entry);
    const content = files[name] ?? new Uint8Array();
    const rows = rowsOf.get(name);
    if (rows) for (const piece of filled(strFromU8(content), rows)) entry.push(strToU8(piece));
    entry.push(rows ? new Uint8Array() : content, true);
  }
  zip.end();
  return Buffer.concat(packed);
}

/** The content types come first, as the packaging convention wants; the rest by name. */
const byPackageOrder = (a: string, b: string): number => {
  if (a === '[Content_Types].xml') return -1;
  if (b === '[Content_Types].xml') return 1;
  return a < b ? -1 : 1;
};
