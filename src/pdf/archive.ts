import { deflateSync } from 'node:zlib';
import { readAsset } from '../store/index.ts';
import { pdfDate, textString } from './encode.ts';
import type { Objects } from './objects.ts';

/** What a file says of itself, for archives (ISO 19005) and for readers (ISO 14289). */
export interface FileFacts {
  readonly title: string;
  readonly lang: string;
  /** ISO 8601 with an offset: the date of the document, never the clock's; absent where it has none yet. */
  readonly date?: string;
  readonly author?: string;
  readonly subject?: string;
  readonly conformance: '3A' | '2A' | '2B';
  readonly accessible: boolean;
}

const producer = 'reglament';

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** PDF/UA's own property has to be declared to PDF/A as an extension (ISO 19005-2, 6.6.2.3). */
const uaExtension = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>`;

function metadata(facts: FileFacts): string {
  const [part, level] = [facts.conformance[0], facts.conformance[1]];
  const alt = (text: string): string => `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`;
  const { date } = facts;
  const dates =
    date === undefined ? '' : `<xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate>`;
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    `<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>${part}</pdfaid:part><pdfaid:conformance>${level}</pdfaid:conformance></rdf:Description>`,
    facts.accessible
      ? `<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>${uaExtension}`
      : '',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:format>application/pdf</dc:format>',
    `<dc:title>${alt(facts.title)}</dc:title><dc:language><rdf:Bag><rdf:li>${facts.lang}</rdf:li></rdf:Bag></dc:language>`,
    facts.author === undefined
      ? ''
      : `<dc:creator><rdf:Seq><rdf:li>${escapeXml(facts.author)}</rdf:li></rdf:Seq></dc:creator>`,
    facts.subject === undefined ? '' : `<dc:description>${alt(facts.subject)}</dc:description>`,
    '</rdf:Description>',
    `<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">${dates}<xmp:CreatorTool>${producer}</xmp:CreatorTool></rdf:Description>`,
    `<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><pdf:Producer>${producer}</pdf:Producer></rdf:Description>`,
    '</rdf:RDF></x:xmpmeta>',
    '<?xpacket end="w"?>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** The metadata stream. It stays uncompressed, as ISO 19005 recommends, so that any program can find it. */
export const writeMetadata = (facts: FileFacts, objects: Objects): number =>
  objects.stream('/Type /Metadata /Subtype /XML', Buffer.from(metadata(facts), 'utf8'));

const stamps = (date: string | undefined): string =>
  date === undefined ? '' : ` /CreationDate (${pdfDate(date)}) /ModDate (${pdfDate(date)})`;

/** The Info dictionary: the same facts again, for old readers; they may not differ from the metadata. */
export function infoEntries(facts: FileFacts): string {
  const more = [
    facts.author === undefined ? '' : `/Author ${textString(facts.author)}`,
    facts.subject === undefined ? '' : `/Subject ${textString(facts.subject)}`,
  ];
  const dates = stamps(facts.date);
  return `<< /Title ${textString(facts.title)} ${more.join(' ')} /Creator (${producer}) /Producer (${producer})${dates} >>`;
}

let profile: Uint8Array | undefined;

/** The colours are those of sRGB. */
export function writeOutputIntent(objects: Objects): number {
  profile ??= readAsset('srgb.icc.z');
  const icc = objects.stream('/N 3 /Filter /FlateDecode', profile);
  return objects.add(
    `<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) /RegistryName (http://www.color.org) /Info (sRGB IEC61966-2.1) /DestOutputProfile ${icc} 0 R >>`,
  );
}

export interface Attachment {
  /** ASCII. */
  readonly name: string;
  readonly mediaType: string;
  readonly description: string;
  readonly bytes: Uint8Array;
}

/** The data that the document was made from, inside it (ISO 19005-3, 6.8); gives the number of the file specification. */
export function writeAttachment(attachment: Attachment, date: string | undefined, objects: Objects): number {
  const { bytes, name } = attachment;
  const type = attachment.mediaType.replace('/', '#2F');
  const packed = deflateSync(bytes);
  const file = objects.stream(
    `/Type /EmbeddedFile /Subtype /${type} /Filter /FlateDecode /Params << /Size ${bytes.length}${stamps(date)} >>`,
    packed,
  );
  return objects.add(
    `<< /Type /Filespec /F ${textString(name)} /UF ${textString(name)} /Desc ${textString(attachment.description)} /AFRelationship /Source /EF << /F ${file} 0 R /UF ${file} 0 R >> >>`,
  );
}
