import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { XmlFault, XmlScanner } from '../../../src/source/xml.ts';

/** What an XML text says, in one line; pieces of text joined. */
function told(xml: string, piece = xml.length || 1, names: readonly string[] = ['r', 't', 'a']): string {
  let out = '';
  const scanner = new XmlScanner({
    open: (name, attributes) => {
      out += `<${name}${names.map((key) => `|${attributes.get(key) ?? ''}`).join('')}>`;
    },
    close: (name) => {
      out += `</${name}>`;
    },
    text: (text) => {
      out += text;
    },
  });
  for (let at = 0; at < xml.length; at += piece) scanner.write(xml.slice(at, at + piece));
  scanner.end();
  return out;
}

describe('XML', () => {
  it.each([
    ['<a/>', '<a|||></a>'],
    ['\ufeff<?xml version="1.0"?>\n<x:a xmlns:x="u"><x:b/></x:a>\n<!-- end -->', '<a|||><b|||></b></a>'],
    ['<c r="B2" t=\'s\' a = "1 &gt; 0"><v>3</v></c>', '<c|B2|s|1 > 0><v|||>3</v></c>'],
    ['<a a="x > y">&lt;&#1178;&#x44F;&amp;</a>', '<a|||x > y><Қя&</a>'],
    ['<t>a<![CDATA[<b> & ]]>c<!-- > -->d</t>', '<t|||>a<b> & cd</t>'],
    ['<a br="1" r="2"/>', '<a|2||></a>'],
    ['<a b=" r=" t="s" r="1"/>', '<a|1|s|></a>'],
    [`<a b=' r="9"' r="1"/>`, '<a|1||></a>'],
    ['<a>&amp;&lt;</a>', '<a|||>&<</a>'],
  ])('%s', (xml, expected) => {
    for (const piece of [xml.length, 7, 1]) expect(told(xml, piece)).toBe(expected);
  });

  it.each([
    '',
    'text',
    '<a>',
    '<a></b>',
    '<a><b></a>',
    '<a b="<"/>',
    '<a>&nbsp;</a>',
    '<a>&</a>',
    '<!DOCTYPE a [<!ENTITY b "c">]><a/>',
    '<a/>x',
    '<a/><b/>',
    '< a/>',
    '<a b="1',
    '<a b/>',
    '<a b=1/>',
    '<a ="1"/>x',
    `${'<a>'.repeat(300)}${'</a>'.repeat(300)}`,
  ])('%s is refused', (xml) => expect(() => told(xml)).toThrow(XmlFault));

  // Each once cost the square of its length; a relapse runs into the limit of every test.
  it.each(['a', 'a ', 'b="1" ', ' ', 'b=', `b='`, `"'`])('a tag of nothing but «%s» is soon done with', (part) => {
    try {
      told(`<a${part === ' ' ? '' : ' '}${part.repeat(900_000 / part.length)}/>`);
    } catch (error) {
      expect(error).toBeInstanceOf(XmlFault);
    }
  });

  it('says what saxes says, wherever it is cut', () => {
    const text = fc
      .stringMatching(/^[a-zа-яқ <>&"']{0,6}$/u)
      .map((raw) => raw.replace(/&/g, '&amp;').replace(/</g, '&lt;'));
    const { node } = fc.letrec<{ node: string; inner: string[] }>((tie) => ({
      node: fc
        .tuple(fc.constantFrom('c', 'v', 'x:is'), text, tie('inner'), text)
        .map(
          ([name, value, inner, end]) =>
            `<${name} r="${value.replace(/"/g, '&quot;')}">${inner.join('')}${end}</${name}>`,
        ),
      inner: fc.oneof({ maxDepth: 3 }, fc.constant<string[]>([]), fc.array(tie('node'), { maxLength: 3 })),
    }));
    const bySaxes = (xml: string): string => {
      let out = '';
      const local = (name: string) => name.slice(name.indexOf(':') + 1);
      const parser = new SaxesParser({ xmlns: false });
      parser.on('opentag', ({ name, attributes }) => (out += `<${local(name)}|${attributes['r'] ?? ''}>`));
      parser.on('closetag', ({ name }) => (out += `</${local(name)}>`));
      parser.on('text', (part) => (out += part));
      parser.write(xml).close();
      return out;
    };
    fc.assert(
      fc.property(node, fc.integer({ min: 1, max: 9 }), (xml, piece) => {
        expect(told(xml, piece, ['r'])).toBe(bySaxes(xml));
      }),
      { numRuns: 200 },
    );
  });

  it('hands a text of hundreds of megabytes on in pieces and holds none of them', () => {
    let length = 0;
    const scanner = new XmlScanner({
      open: () => undefined,
      close: () => undefined,
      text: (text) => (length += text.length),
    });
    const before = process.memoryUsage().rss;
    const block = 'x'.repeat(1 << 20);
    scanner.write('<t>');
    for (let index = 0; index < 600; index += 1) scanner.write(block);
    scanner.write('</t>');
    scanner.end();
    expect(length).toBe(600 << 20);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 << 20);
  });
});
