/** A range of cells with what stands in it now (the chart shows it before anything is calculated). */
export interface Range<T> {
  readonly ref: string;
  readonly values: readonly T[];
}

export interface Series {
  readonly name: string;
  readonly colour: string;
  readonly values: Range<number | undefined>;
  /** Scatter charts: the horizontal values. */
  readonly x?: Range<number | undefined>;
  /** Half-lengths of error bars below and above. */
  readonly errors?: { readonly minus: Range<number | undefined>; readonly plus: Range<number | undefined> };
  /** A text beside each point. */
  readonly labels?: readonly string[];
  /** Points without a line, or a line without points. */
  readonly draw?: 'points' | 'line' | 'dashed';
}

export interface ChartSpec {
  readonly kind: 'stacked100' | 'diverging' | 'trend' | 'funnel';
  readonly title: string;
  /** What the picture says, for those who cannot see it. */
  readonly description: string;
  readonly categories?: Range<string>;
  readonly series: readonly Series[];
  readonly xTitle?: string;
  readonly yTitle?: string;
  /** Lower end of the value axis, 0..1. */
  readonly floor?: number;
}

/** The lower end of an axis of shares on which this share must be seen; where all are 100 % the axis still has a length. */
export const floorOf = (lowest: number): number => Math.min(0.9, Math.max(0, Math.floor(lowest * 10) / 10));

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const text = (words: string, size: number, bold = false): string =>
  `<c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}" b="${bold ? 1 : 0}"/></a:pPr><a:r><a:rPr lang="ru-RU" sz="${size}" b="${bold ? 1 : 0}"><a:solidFill><a:srgbClr val="1F2A37"/></a:solidFill></a:rPr><a:t>${escape(words)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/>`;

const points = (values: readonly (number | string | undefined)[]): string =>
  `<c:ptCount val="${values.length}"/>${values.map((value, index) => (value === undefined ? '' : `<c:pt idx="${index}"><c:v>${escape(String(value))}</c:v></c:pt>`)).join('')}`;
const numRef = ({ ref, values }: Range<number | undefined>): string =>
  `<c:numRef><c:f>${escape(ref)}</c:f><c:numCache><c:formatCode>General</c:formatCode>${points(values)}</c:numCache></c:numRef>`;
const strRef = ({ ref, values }: Range<string>): string =>
  `<c:strRef><c:f>${escape(ref)}</c:f><c:strCache>${points(values)}</c:strCache></c:strRef>`;

const solid = (colour: string): string => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
const fontSize = (size: number): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}">${solid('1F2A37')}</a:defRPr></a:pPr><a:endParaRPr lang="ru-RU"/></a:p></c:txPr>`;

/** A series shape is the same in every kind of chart; what differs comes in the order that the schema demands. */
function seriesXml(series: Series, index: number, spec: ChartSpec): string {
  const bars = spec.kind === 'stacked100' || spec.kind === 'diverging';
  const head = `<c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escape(series.name)}</c:v></c:tx>`;
  const line = `<a:ln w="${series.draw === 'dashed' ? 12700 : 22225}">${solid(series.colour)}${series.draw === 'dashed' ? '<a:prstDash val="dash"/>' : ''}</a:ln>`;
  const shape = bars
    ? `<c:spPr>${solid(series.colour)}</c:spPr><c:invertIfNegative val="0"/>`
    : `<c:spPr>${series.draw === 'points' ? '<a:ln w="19050"><a:noFill/></a:ln>' : line}</c:spPr>${marker(series)}`;
  const labels = series.labels ? pointLabels(series.labels) : '';
  const errors = series.errors
    ? `<c:errBars><c:errDir val="y"/><c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/><c:plus>${numRef(series.errors.plus)}</c:plus><c:minus>${numRef(series.errors.minus)}</c:minus><c:spPr><a:ln w="9525">${solid('6B7280')}</a:ln></c:spPr></c:errBars>`
    : '';
  const data = series.x
    ? `<c:xVal>${numRef(series.x)}</c:xVal><c:yVal>${numRef(series.values)}</c:yVal><c:smooth val="0"/>`
    : `${spec.categories ? `<c:cat>${strRef(spec.categories)}</c:cat>` : ''}<c:val>${numRef(series.values)}</c:val>${bars ? '' : '<c:smooth val="0"/>'}`;
  return `<c:ser>${head}${shape}${labels}${errors}${data}</c:ser>`;
}

const marker = ({ draw, colour }: Series): string =>
  draw === 'line' || draw === 'dashed'
    ? '<c:marker><c:symbol val="none"/></c:marker>'
    : `<c:marker><c:symbol val="circle"/><c:size val="7"/><c:spPr>${solid(colour)}<a:ln w="6350">${solid('FFFFFF')}</a:ln></c:spPr></c:marker>`;

const shown = (value: 0 | 1): string =>
  `<c:showLegendKey val="0"/><c:showVal val="${value}"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`;

const pointLabels = (labels: readonly string[]): string =>
  `<c:dLbls>${labels.map((label, index) => `<c:dLbl><c:idx val="${index}"/><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="ru-RU" sz="900" b="1"/><a:t>${escape(label)}</a:t></a:r></a:p></c:rich></c:tx><c:dLblPos val="r"/>${shown(1)}</c:dLbl>`).join('')}${shown(0)}</c:dLbls>`;

const grid = `<c:majorGridlines><c:spPr><a:ln w="6350">${solid('E3E7EB')}</a:ln></c:spPr></c:majorGridlines>`;
const axisLine = `<c:spPr><a:ln w="6350">${solid('9CA3AF')}</a:ln></c:spPr>`;
const axisTitle = (words: string | undefined): string =>
  words === undefined ? '' : `<c:title>${text(words, 900)}</c:title>`;

function valueAxis(
  id: number,
  cross: number,
  position: string,
  spec: ChartSpec,
  options: { format: string; min?: number | undefined; max?: number; title?: string | undefined; gridlines?: boolean },
): string {
  const scaling = `<c:scaling><c:orientation val="minMax"/>${options.max === undefined ? '' : `<c:max val="${options.max}"/>`}${options.min === undefined ? '' : `<c:min val="${options.min}"/>`}</c:scaling>`;
  return `<c:valAx><c:axId val="${id}"/>${scaling}<c:delete val="0"/><c:axPos val="${position}"/>${options.gridlines === false ? '' : grid}${axisTitle(options.title)}<c:numFmt formatCode="${options.format}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="${spec.kind === 'diverging' ? 'low' : 'nextTo'}"/>${axisLine}${fontSize(900)}<c:crossAx val="${cross}"/><c:crosses val="${spec.kind === 'stacked100' || spec.kind === 'diverging' ? 'max' : 'autoZero'}"/><c:crossBetween val="${spec.kind === 'funnel' ? 'midCat' : 'between'}"/></c:valAx>`;
}

/** Bars of which there are more get smaller names, so that none is left out. */
const MANY = 20;

function categoryAxis(id: number, cross: number, position: string, spec: ChartSpec): string {
  const reversed = spec.kind === 'stacked100' || spec.kind === 'diverging';
  return `<c:catAx><c:axId val="${id}"/><c:scaling><c:orientation val="${reversed ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/><c:axPos val="${position}"/>${axisTitle(spec.xTitle)}<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${axisLine}${fontSize((spec.categories?.values.length ?? 0) > MANY ? 700 : 900)}<c:crossAx val="${cross}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>${reversed ? '<c:tickLblSkip val="1"/>' : ''}<c:noMultiLvlLbl val="1"/></c:catAx>`;
}

function plot(spec: ChartSpec): string {
  const series = spec.series.map((one, index) => seriesXml(one, index, spec)).join('');
  const ids = '<c:axId val="1001"/><c:axId val="1002"/>';
  const floor = spec.floor;
  if (spec.kind === 'stacked100' || spec.kind === 'diverging') {
    const grouping = spec.kind === 'stacked100' ? 'percentStacked' : 'stacked';
    const format = spec.kind === 'stacked100' ? '0%' : '0%;0%';
    return `<c:barChart><c:barDir val="bar"/><c:grouping val="${grouping}"/><c:varyColors val="0"/>${series}<c:gapWidth val="45"/><c:overlap val="100"/>${ids}</c:barChart>${categoryAxis(1001, 1002, 'l', spec)}${valueAxis(1002, 1001, 'b', spec, { format, ...(spec.kind === 'diverging' ? { min: -1, max: 1 } : {}) })}`;
  }
  if (spec.kind === 'trend') {
    return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${ids}</c:lineChart>${categoryAxis(1001, 1002, 'b', spec)}${valueAxis(1002, 1001, 'l', spec, { format: '0%', min: floor, max: 1, title: spec.yTitle })}`;
  }
  return `<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${series}${ids}</c:scatterChart>${valueAxis(1001, 1002, 'b', spec, { format: '#,##0', min: 0, title: spec.xTitle, gridlines: false })}${valueAxis(1002, 1001, 'l', spec, { format: '0%', min: floor, max: 1, title: spec.yTitle })}`;
}

/** A DrawingML chart part (ISO/IEC 29500-1, 21.2). */
export const chartXml = (spec: ChartSpec): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:roundedCorners val="0"/><c:chart><c:title>${text(spec.title, 1200, true)}</c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plot(spec)}</c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/>${fontSize(900)}</c:legend><c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr>${solid('FFFFFF')}<a:ln w="6350">${solid('D5DBE1')}</a:ln></c:spPr></c:chartSpace>`;
