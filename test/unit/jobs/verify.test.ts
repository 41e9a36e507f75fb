import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { verify } from '../../../src/jobs/verify.ts';
import { canonicalJson } from '../../../src/document/index.ts';
import { exampleWith, freshFolder, printed } from '../../helpers/cases.ts';
import { has, run } from '../../helpers/programs.ts';

const printedFile = async (): Promise<string> => {
  const { out, documents } = await printed(exampleWith('knb46-cryptography-licence', {}));
  return join(out, documents[0]?.file ?? '');
};

/** The file with one of its streams changed; lengths are kept right by padding the packed bytes. */
function tampered(file: string, change: (text: string) => string, encoding: BufferEncoding = 'utf8'): string {
  const bytes = readFileSync(file);
  const text = bytes.toString('latin1');
  for (const match of text.matchAll(/\/FlateDecode[^\n]*?\/Length (\d+) >>\s*stream\n/g)) {
    const start = (match.index ?? 0) + match[0].length;
    const length = Number(match[1]);
    const content = inflateSync(bytes.subarray(start, start + length)).toString(encoding);
    const changed = change(content);
    if (changed === content) continue;
    const packed = deflateSync(Buffer.from(changed, encoding), { level: 9 });
    if (packed.length > length) throw new Error('the changed stream does not fit');
    const other = join(freshFolder(), 'x.pdf');
    writeFileSync(
      other,
      Buffer.concat([
        bytes.subarray(0, start),
        packed,
        Buffer.alloc(length - packed.length),
        bytes.subarray(start + length),
      ]),
    );
    return other;
  }
  throw new Error('nothing to change');
}

describe('verify', () => {
  it('agrees with what was printed', async () => {
    const file = await printedFile();
    const { verified, findings } = await verify('.', [file]);
    expect(findings).toEqual([]);
    expect(verified).toMatchObject([{ kind: 'licence', number: '19021345' }]);
  });

  it('sees changed data', async () => {
    const file = tampered(await printedFile(), (text) => text.replace('"phone":"+7 7172 00-00-00"', '"phone":null'));
    const { verified, findings } = await verify('.', [file]);
    expect(verified).toEqual([]);
    expect(findings.map(({ code }) => code)).toContain('pdf-code-differs');
  });

  it('sees a changed page', async () => {
    const file = tampered(await printedFile(), (text) => text.replace(/ Tf \d+(?=\S* \S+ Td)/g, ' Tf 9'), 'latin1');
    expect((await verify('.', [file])).findings.map(({ code }) => code)).toContain('pdf-pages-differ');
  });

  it('refuses what is not ours, and what is not there', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'a.pdf'), 'no pdf');
    const { findings } = await verify('.', [join(folder, 'a.pdf'), join(folder, 'b.pdf')]);
    expect(findings.map(({ code }) => code)).toEqual(['pdf-foreign', 'file-missing']);
  });

  it.skipIf(!has('zbarimg') || !has('pdftoppm'))('the code is read by another program, and holds no ИИН', async () => {
    const { out, documents } = await printed(exampleWith('mint102-poisons-duplicates', {}));
    const file = join(out, documents[0]?.file ?? '');
    run('pdftoppm', '-r', '200', '-png', '-singlefile', file, join(out, 'page'));
    const text = run('zbarimg', '--raw', '-q', join(out, 'page.png'));
    expect(text).toContain('№ 14000331 | 10.09.2014 |');
    expect(text).toContain(`sha256:${documents[0]?.data}`);
    expect(text).not.toMatch(/7911\d{8}/);
  });
});

describe('canonical JSON', () => {
  it('is that of RFC 8785', () => {
    expect(canonicalJson({ b: [1, 1e21, 0.1, null], a: 'ә"\n', É: true, A: { y: 1, x: -0 } })).toBe(
      '{"A":{"x":0,"y":1},"a":"ә\\"\\n","b":[1,1e+21,0.1,null],"É":true}',
    );
  });

  // The example of section 3.2.2, the order of section 3.2.3, and rows of the table of appendix B.
  it('gives what the standard prints', () => {
    const example =
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}';
    expect(canonicalJson(JSON.parse(example))).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
    const keys = {
      '€': 'Euro Sign',
      '\r': 'Carriage Return',
      '\uFB33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '😀': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      ö: 'Latin Small Letter O With Diaeresis',
    };
    expect(Object.values(JSON.parse(canonicalJson(keys)) as object)).toHaveLength(7);
    expect([...canonicalJson(keys).matchAll(/:"([^"]+)"/g)].map(([, words]) => words)).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('writes the number %s as %s', (bits, expected) => {
    expect(canonicalJson(Buffer.from(bits, 'hex').readDoubleBE())).toBe(expected);
  });
});
