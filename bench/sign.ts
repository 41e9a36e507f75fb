/**
 * What a signature costs beside the document that it signs: an unsigned licence (set and written), the same with a signature by keys
 * of several kinds, and what @libpdf/core takes to sign the same bytes. Needs openssl, which makes the keys.
 *
 *   DOCUMENTS=200 WARM_UP=50 node bench/run.mjs sign
 */
import { P12Signer, PDF } from '@libpdf/core';
import { layOut, type LayoutDocument } from '../src/layout/index.ts';
import { embedSignature, loadFonts, prepareSignature, signedPart, writePdf } from '../src/pdf/index.ts';
import { openKeyFile, signerWithKey, signingKeyOf, type Signer } from '../src/sign/index.ts';
import { licence } from '../test/helpers/licence.ts';
import { hasOpenssl, passPhrase, Pki } from '../test/helpers/pki.ts';

const warmUp = Number(process.env['WARM_UP'] ?? 50);
const documents = Number(process.env['DOCUMENTS'] ?? 200);
const signed = '2025-11-25T15:19:07+05:00';
const fonts = loadFonts();

const withField = (document: LayoutDocument): LayoutDocument => ({
  ...document,
  body: [
    ...document.body,
    {
      kind: 'signature-field',
      label: 'Подпись',
      content: [{ kind: 'paragraph', content: [{ kind: 'text', text: 'Подписано' }] }],
    },
  ],
});

function unsigned(n: number): Promise<Uint8Array> {
  const layout = layOut(withField(licence(n)), fonts.set);
  if (!layout.ok) throw new Error(JSON.stringify(layout.findings));
  return writePdf(layout.value, { date: '2025-11-25T00:00:00+05:00' }, fonts);
}

const signedBy =
  (signer: Signer) =>
  async (bytes: Uint8Array): Promise<Uint8Array> => {
    const prepared = prepareSignature(bytes, { signed, signer: 'Өтеғұлов Ұлан' }, signer.room);
    const cms = prepared && (await signer.signCms(signedPart(prepared), 'x.pdf'));
    const whole = prepared && cms?.ok && embedSignature(prepared, cms.value);
    if (!whole) throw new Error('not signed');
    return whole;
  };

function signerOf(pki: Pki, name: string, kind: string): Signer {
  pki.key(name, kind);
  pki.certify(name);
  pki.p12(name);
  const file = openKeyFile('key.p12', pki.bytes(`${name}.p12`), passPhrase);
  const key = file.ok ? signingKeyOf('key.p12', file.value, signed) : file;
  if (!key.ok) throw new Error(JSON.stringify(key.findings));
  return signerWithKey(key.value);
}

/** Milliseconds of the processor for one document: all threads counted, the mean. */
async function cost(
  make: (n: number) => Promise<Uint8Array>,
): Promise<{ readonly cpu: number; readonly size: number }> {
  let size = 0;
  for (let n = 1; n <= warmUp; n++) await make(n);
  const before = process.cpuUsage();
  for (let n = 1; n <= documents; n++) size = (await make(n)).length;
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / 1000 / documents, size };
}

if (!hasOpenssl()) console.log('openssl is not installed: nothing measured');
else {
  const pki = new Pki();
  const one = await unsigned(1);
  const rsa = signerOf(pki, 'rsa', 'rsa:2048');
  const peer = await P12Signer.create(new Uint8Array(pki.bytes('rsa.p12')), passPhrase);
  const ways: readonly (readonly [string, (n: number) => Promise<Uint8Array>])[] = [
    ['the document, unsigned', unsigned],
    ['signing it, RSA 2048', () => signedBy(rsa)(one)],
    [
      'signing it, RSA 4096',
      (
        (signer) => () =>
          signer(one)
      )(signedBy(signerOf(pki, 'long', 'rsa:4096'))),
    ],
    [
      'signing it, EC P-256',
      (
        (signer) => () =>
          signer(one)
      )(signedBy(signerOf(pki, 'ec', 'ec:P-256'))),
    ],
    [
      'signing it by @libpdf/core, RSA 2048',
      async () => (await (await PDF.load(new Uint8Array(one))).sign({ signer: peer, level: 'B-B' })).bytes,
    ],
  ];
  let base: number | undefined;
  for (const [name, make] of ways) {
    const { cpu, size } = await cost(make);
    base ??= cpu;
    const columns = [
      `${cpu.toFixed(2)} ms CPU`,
      `${(cpu / base).toFixed(2)}x`,
      `+${((size - one.length) / 1024).toFixed(1)} KB`,
    ];
    console.log(`${columns.map((column) => column.padStart(14)).join('')}  ${name}`);
  }
}
