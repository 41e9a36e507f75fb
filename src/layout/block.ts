import type { Place } from '../diagnostics/index.ts';

/**
 * What a document is made of before it has pages. Lengths are millimetres unless the name ends in `Pt`; sizes of type
 * are points. Nothing here knows of fonts, pages or PDF: the same blocks can be laid out, or turned into another format.
 */
export type Language = 'kk' | 'ru';
export type Align = 'left' | 'right' | 'center' | 'justify';

export interface LayoutDocument {
  /** Shown by the reader's program as the title of the window, and used as the name of the bookmark in a print job. */
  readonly title: string;
  readonly lang: Language;
  readonly page: PageFormat;
  /** Type size of the body in points; 12 if absent. */
  readonly sizePt?: number;
  /** Distance of base lines as a multiple of the type size; 1.15 if absent. */
  readonly leading?: number;
  /** Stand on every page inside the margins: the header from the top margin down, the footer on the bottom margin. */
  readonly header?: readonly Block[];
  readonly footer?: readonly Block[];
  /** Large pale letters across every page: «ҮЛГІ / ОБРАЗЕЦ». Never text of the document, so it is not read aloud. */
  readonly watermark?: string;
  /** Four black squares in the corners by which a scanned sheet is put straight. */
  readonly registrationMarks?: boolean;
  readonly body: readonly Block[];
}

export interface PageFormat {
  readonly size: 'A4' | 'A3' | 'A5';
  readonly orientation: 'portrait' | 'landscape';
  readonly margins: Margins;
}

export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

// ---- inside a paragraph ------------------------------------------------------------------------------------------

/**
 * A run of text. `\u00A0` never breaks, `\u00AD` may; line feeds and runs of spaces count as one space.
 * `at` is where the text came from: a fault in it (a letter that the font lacks) is reported there.
 */
export interface TextRun {
  readonly kind: 'text';
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly sizePt?: number;
  readonly lang?: Language;
  readonly at?: Place;
}

/** The line ends here, the paragraph does not. */
export interface LineBreak {
  readonly kind: 'break';
}

/** The number of this page, or of all pages. Allowed in header and footer only. */
export interface PageNumber {
  readonly kind: 'page-number' | 'page-count';
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly sizePt?: number;
  readonly lang?: Language;
}

export type Inline = TextRun | LineBreak | PageNumber;

// ---- blocks ------------------------------------------------------------------------------------------------------

interface Placed {
  /** Where the block came from, for the faults found in it. */
  readonly at?: Place;
  /** Space above and below; of two that meet the greater counts; at the top of a page it vanishes. */
  readonly before?: number;
  readonly after?: number;
  readonly keepWithNext?: boolean;
}

/** How text is set; every field goes down to the blocks inside a block that states it. */
export interface TextStyle {
  readonly sizePt?: number;
  readonly leading?: number;
  readonly align?: Align;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly lang?: Language;
  /** `false` forbids division of words; numbers, abbreviations and words in capitals are never divided. */
  readonly hyphenate?: boolean;
}

export interface Paragraph extends Placed, TextStyle {
  readonly kind: 'paragraph';
  readonly content: readonly Inline[];
  /** Indent of the first line; negative hangs. */
  readonly indent?: number;
  readonly left?: number;
  readonly right?: number;
  /** All lines on one page. */
  readonly keepTogether?: boolean;
  /** More lines than this are a fault (`text-too-long`), never cut off. */
  readonly maxLines?: number;
}

export interface Heading extends Placed, TextStyle {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  readonly content: readonly Inline[];
  /** Words of the bookmark where they differ from the heading; `false` for no bookmark. */
  readonly bookmark?: string | false;
}

export interface List extends Placed, TextStyle {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
  /** Width kept for the labels; by default the widest label and a space. */
  readonly labelWidth?: number;
  readonly left?: number;
}

export interface ListItem {
  /** «1)», «а)», «—»; by default «1.» … in an ordered list and «–» in another. */
  readonly label?: string;
  readonly content: readonly Block[];
}

/** A column of a table: millimetres, or a share of what the fixed columns leave. */
export type ColumnWidth = { readonly width: number } | { readonly share: number };

export interface Table extends Placed, TextStyle {
  readonly kind: 'table';
  readonly columns: readonly ColumnWidth[];
  /** Repeated at the top of every page that the table goes on to. */
  readonly head?: readonly TableRow[];
  readonly body: readonly TableRow[];
  /** Default `all`. */
  readonly borders?: 'all' | 'outer' | 'rows' | 'none';
  /** Stands above the repeated head: «Кестенің жалғасы / Продолжение таблицы». */
  readonly continuation?: readonly Inline[];
  /** Space between border and text; 1.2 if absent. */
  readonly padding?: number;
  /** Says in words what the table holds, for readers who do not see it. */
  readonly summary?: string;
}

/** Never split between pages; rows tied by a `rowspan` stay on one page. */
export interface TableRow {
  readonly cells: readonly TableCell[];
  readonly minHeight?: number;
}

export interface TableCell extends TextStyle {
  readonly content: readonly Block[];
  readonly colspan?: number;
  readonly rowspan?: number;
  readonly valign?: 'top' | 'middle' | 'bottom';
  /** Heads its row (cells of `head` head their columns without being told). */
  readonly header?: boolean;
}

/** Two texts side by side; each row starts level. A row longer than a page is divided between lines. */
export interface Columns extends Placed, TextStyle {
  readonly kind: 'columns';
  readonly rows: readonly ColumnsRow[];
  /** Shares of the width; equal if absent. */
  readonly shares?: readonly [number, number];
  /** Space between the columns; 6 if absent. */
  readonly gap?: number;
  /** A thin rule between the columns. */
  readonly divider?: boolean;
  /** Languages of the columns, e.g. `['kk', 'ru']`. */
  readonly langs?: readonly [Language, Language];
}

export interface ColumnsRow {
  readonly left: readonly Block[];
  readonly right: readonly Block[];
  readonly before?: number;
  /** Where the lower side of a row that stays whole stands beside the higher one; at the top if absent. */
  readonly valign?: 'top' | 'middle';
}

export interface Rule extends Placed {
  readonly kind: 'rule';
  /** Points; 0.5 if absent. */
  readonly thicknessPt?: number;
  /** Length; the whole width if absent. */
  readonly width?: number;
  readonly align?: 'left' | 'center' | 'right';
}

/** A dashed line with scissors over which the slip is torn off. */
export interface CutLine extends Placed {
  readonly kind: 'cut-line';
  /** Words on the line: «қию сызығы / линия отреза». */
  readonly content?: readonly Inline[];
}

/** A form of numbered boxes (the licence for export and import). A form stays on one page. */
export interface BoxForm extends Placed, TextStyle {
  readonly kind: 'box-form';
  readonly columns: readonly ColumnWidth[];
  readonly rows: readonly BoxRow[];
}

export interface BoxRow {
  readonly boxes: readonly Box[];
  readonly minHeight?: number;
}

export interface Box {
  /** The printed number in the corner. */
  readonly number?: string;
  /** The printed name of the box, small, above the value. */
  readonly caption?: readonly Inline[];
  readonly content: readonly Block[];
  readonly colspan?: number;
  readonly rowspan?: number;
}

export interface Barcode extends Placed {
  readonly kind: 'barcode';
  readonly symbology: 'qr' | 'code128';
  readonly value: string;
  /** What a reader who does not see the code is told. */
  readonly alt: string;
  /** Side of a QR code (25 if absent), or length of the bars (55 if absent); the quiet zone lies inside. */
  readonly width?: number;
  /** Height of the bars; 12 if absent. */
  readonly height?: number;
  /** The value in figures below the bars. */
  readonly printValue?: boolean;
  readonly align?: 'left' | 'center' | 'right';
}

/** Post on the left, a line for the signature, the name on the right. Never alone on a page. */
export interface Signature extends Placed, TextStyle {
  readonly kind: 'signature';
  readonly post: readonly Inline[];
  readonly name: readonly Inline[];
  /** Small type below the line: «(қолы / подпись)». */
  readonly caption?: readonly Inline[];
}

/**
 * A frame whose words say who signed electronically, and which becomes the field that the signature of the file fills.
 * One to a document; never alone on a page.
 */
export interface SignatureField extends Placed, TextStyle {
  readonly kind: 'signature-field';
  readonly content: readonly Block[];
  /** What the field is called aloud. */
  readonly label: string;
  /** The signature lies in a file of its own: a frame, and no field. */
  readonly detached?: boolean;
}

/** A dotted circle where the seal goes: «М.О.», «М.П.». */
export interface SealPlace extends Placed {
  readonly kind: 'seal';
  readonly label: string;
  /** Diameter; 30 if absent. */
  readonly size?: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly lang?: Language;
}

/** A label and a value on a line; without a value the line is left for the pen. */
export interface FieldLine extends Placed, TextStyle {
  readonly kind: 'field';
  readonly label: readonly Inline[];
  readonly value?: readonly Inline[];
  /** Small type centred below the line: «(Т.А.Ә. / Ф.И.О.)». */
  readonly caption?: readonly Inline[];
  /** Width of the label; its own width if absent. */
  readonly labelWidth?: number;
  /** Empty lines to write on when there is no value; 1 if absent. */
  readonly lines?: number;
  /** Where the place for writing ended up is told by this name (`Layout.anchors`). */
  readonly anchor?: string;
}

export interface Checkbox extends Placed, TextStyle {
  readonly kind: 'checkbox';
  readonly checked: boolean;
  readonly content: readonly Inline[];
  /** Side of the square in millimetres; the height of a capital letter if absent. */
  readonly size?: number;
  readonly left?: number;
  readonly anchor?: string;
  /** What the square is called aloud; «☑» and «☐» if absent. */
  readonly alt?: string;
}

export interface Spacer {
  readonly kind: 'spacer';
  readonly height: number;
}

export interface PageBreak {
  readonly kind: 'page-break';
  /** From here on pages are counted from 1, and as many as there are until the next such break: a second copy. */
  readonly numbersAnew?: boolean;
}

/** Blocks that belong together. */
export interface Group extends Placed, TextStyle {
  readonly kind: 'group';
  readonly content: readonly Block[];
  /** All on one page; a group higher than a page is a fault (`block-too-tall`). */
  readonly keepTogether?: boolean;
  /** Higher than this is a fault (`block-too-tall`), never cut off. */
  readonly maxHeight?: number;
  readonly left?: number;
  readonly right?: number;
  /** Limits the width, and where the narrower group stands. */
  readonly width?: number;
  readonly position?: 'left' | 'center' | 'right';
  readonly border?: boolean;
}

/** A drawing that came as a page of a PDF; it is made smaller where it does not fit, never larger. */
export interface Figure extends Placed {
  readonly kind: 'figure';
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly source: { readonly pdf: Uint8Array; readonly page: number };
  readonly caption?: readonly Inline[];
  readonly align?: 'left' | 'center' | 'right';
}

/** From here on pages of another format (a wide diagram in a booklet). Starts a new page. */
export interface FormatChange {
  readonly kind: 'format';
  readonly page: PageFormat;
}

export type Block =
  | Paragraph
  | Heading
  | List
  | Table
  | Columns
  | Rule
  | CutLine
  | BoxForm
  | Barcode
  | Signature
  | SignatureField
  | SealPlace
  | FieldLine
  | Checkbox
  | Spacer
  | PageBreak
  | FormatChange
  | Group
  | Figure;
