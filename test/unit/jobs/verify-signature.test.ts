import { createHash } from 'node:crypto';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSigning, type SigningRequest } from '../../../src/jobs/signing.ts';
import { verify, type VerifyOptions } from '../../../src/jobs/verify.ts';
import { withTimeStamp } from '../../../src/sign/cms.ts';
import { readSignature } from '../../../src/sign/index.ts';
import { exampleWith, freshFolder, printed } from '../../helpers/cases.ts';
import { forgedStamp, hasOpenssl, passPhrase, Pki, startTsa } from '../../helpers/pki.ts';

const at = '2025-11-25T15:19:07+05:00';

describe.skipIf(!hasOpenssl())('verify says of a signature (needs openssl)', { timeout: 60_000 }, () => {
  const pki = new Pki();
  const tsa = startTsa(pki);
  const files = new Map<'embedded' | 'detached' | 'stamped' | 'unsigned', string>();

  async function signedFile(more: Partial<SigningRequest>): Promise<string> {
    const signing = openSigning({ at, by: { kind: 'key', file: pki.path('rsa.p12'), passPhrase }, ...more });
    if (!signing.ok) throw new Error(JSON.stringify(signing.findings));
    const text = exampleWith('knb46-cryptography-licence', { specimen: false });
    const { out, documents } = await printed(text, { signing: signing.value });
    return join(out, documents[0]?.file ?? '');
  }

  beforeAll(async () => {
    pki.key('rsa', 'rsa:2048');
    pki.certify('rsa');
    pki.p12('rsa');
    files.set('embedded', await signedFile({}));
    files.set('detached', await signedFile({ detached: true }));
    files.set('stamped', await signedFile({ tsa: (await tsa).url }));
    const { out, documents } = await printed(exampleWith('knb46-cryptography-licence', {}));
    files.set('unsigned', join(out, documents[0]?.file ?? ''));
  }, 60_000);
  afterAll(async () => (await tsa).stop());

  /** A copy of a file, with its detached signature, changed. */
  function changed(kind: 'embedded' | 'detached' | 'stamped' | 'unsigned', change: (bytes: Buffer) => Buffer): string {
    const folder = join(freshFolder(), 'out');
    const source = files.get(kind) ?? '';
    cpSync(dirname(source), folder, { recursive: true });
    const file = join(folder, basename(source));
    writeFileSync(file, change(readFileSync(file)));
    return file;
  }
  const codesOf = async (file: string, options: VerifyOptions = {}): Promise<string[]> =>
    (await verify('.', [file], options)).findings.map(({ code }) => code);

  /** The octets of the signature changed, its length kept. */
  const resigned = (bytes: Buffer, change: (cms: Buffer) => Buffer): Buffer => {
    const text = bytes.toString('latin1');
    const from = text.lastIndexOf('/Contents <') + 11;
    const to = text.indexOf('>', from);
    const cms = change(Buffer.from(text.slice(from, to), 'hex'))
      .toString('hex')
      .padEnd(to - from, '0');
    return Buffer.from(text.slice(0, from) + cms + text.slice(to), 'latin1');
  };

  it('who signed, when, and that all is whole', async () => {
    const { verified, findings } = await verify('.', [...files.values()]);
    expect(findings).toEqual([]);
    const [embedded, detached, stamped, unsigned] = verified.map(({ signatures }) => signatures);
    const common = {
      signer: 'ӨТЕҒҰЛОВ ҰЛАН ҺАМИТҰЛЫ',
      issuer: 'Сынақ куәландырушы орталығы',
      isChecked: true,
      signed: at,
    };
    expect(embedded).toMatchObject([{ ...common, form: 'embedded' }]);
    expect(detached).toMatchObject([{ ...common, form: 'detached' }]);
    expect(stamped).toMatchObject([{ ...common, stamp: { authority: 'Уақыт белгісі', isTrusted: false } }]);
    expect(unsigned).toEqual([]);
    // Nobody was asked to be trusted.
    expect(embedded?.[0]).not.toHaveProperty('root');
  });

  it('to which trusted certificate it leads, or that it leads to none', async () => {
    const trusted = pki.path('ca.pem');
    const { verified, findings } = await verify('.', [files.get('stamped') ?? ''], { trusted });
    expect(findings).toEqual([]);
    expect(verified[0]?.signatures).toMatchObject([
      { root: 'Сынақ куәландырушы орталығы', stamp: { isTrusted: true } },
    ]);
    const other = new Pki();
    expect(await codesOf(files.get('embedded') ?? '', { trusted: other.path('ca.pem') })).toEqual([
      'signature-untrusted',
    ]);
    expect(await codesOf(files.get('embedded') ?? '', { trusted: join(pki.folder, 'none.pem') })).toEqual([
      'file-missing',
    ]);
    expect(await codesOf(files.get('embedded') ?? '', { trusted: 'package.json' })).toEqual(['certificate-broken']);
  });

  it('that the chain is no chain: an end certificate cannot certify', async () => {
    pki.key('under');
    pki.certify('under', { issuer: 'rsa' });
    pki.p12('under', { above: 'rsa' });
    const file = await signedFile({ by: { kind: 'key', file: pki.path('under.p12'), passPhrase } });
    expect(await codesOf(file, { trusted: pki.path('ca.pem') })).toEqual(['signature-chain-unfit']);
  });

  it('that an authority on the way may not have others below it', async () => {
    const extensions = 'keyUsage=critical,keyCertSign\nbasicConstraints=critical,CA:TRUE';
    for (const name of ['upper', 'lower', 'end']) pki.key(name);
    const chain = (limit: string): void => {
      pki.certify('upper', { subject: { CN: 'Upper' }, extensions: `${extensions}${limit}` });
      pki.certify('lower', { subject: { CN: 'Lower' }, extensions, issuer: 'upper' });
      pki.certify('end', { issuer: 'lower' });
    };
    const codes = async (limit: string): Promise<string[]> => {
      chain(limit);
      writeFileSync(pki.path('chain.pem'), ['upper', 'lower'].map((name) => pki.bytes(`${name}.pem`)).join('\n'));
      const file = changed('unsigned', (bytes) => bytes);
      writeFileSync(`${file}.cms`, pki.sign(file, 'end', 'end', '-certfile', 'chain.pem'));
      return codesOf(file, { trusted: pki.path('ca.pem'), now: at });
    };
    expect(await codes('')).toEqual([]);
    expect(await codes(',pathlen:1')).toEqual([]);
    expect(await codes(',pathlen:0')).toEqual(['signature-chain-unfit']);
  });

  it('that it could be forged today, or that its key may not sign', async () => {
    const codes = async (name: string, ...more: readonly string[]): Promise<string[]> => {
      const file = changed('unsigned', (bytes) => bytes);
      writeFileSync(`${file}.cms`, pki.sign(file, name, name, ...more));
      return codesOf(file, { now: at });
    };
    expect(await codes('rsa', '-md', 'sha1')).toEqual(['signature-weak']);
    pki.key('short', 'rsa:1024');
    pki.certify('short');
    expect(await codes('short')).toEqual(['signature-weak']);
    pki.key('hiding');
    pki.certify('hiding', { extensions: 'keyUsage=critical,keyAgreement' });
    expect(await codes('hiding')).toEqual(['signature-not-for-signing']);
    expect(await codes('rsa')).toEqual([]);
  });

  it('that a byte was changed, wherever it was', async () => {
    const source = readFileSync(files.get('embedded') ?? '');
    const gap = source.toString('latin1').lastIndexOf('/Contents <');
    for (const place of [source.indexOf('/Producer (reglament)') + 12, gap - 70]) {
      const file = changed('embedded', (bytes) => {
        bytes[place] = (bytes[place] ?? 0) ^ 0x01;
        return bytes;
      });
      expect(await codesOf(file), String(place)).toContain('signature-bytes-differ');
    }
  });

  it('that something was added after signing', async () => {
    const added = changed('embedded', (bytes) => Buffer.concat([bytes, Buffer.from('\n% more\n')]));
    expect(await codesOf(added)).toContain('signature-partial');
  });

  it('that something is hidden between the two parts that are signed', async () => {
    // The same length, and the same signed bytes: only the padding of the signature is other than zeros in brackets.
    const hidden = changed('embedded', (bytes) => {
      const end = bytes.toString('latin1').lastIndexOf('> >>\nendobj');
      bytes.write('><', end - 3, 'latin1');
      return bytes;
    });
    expect(await codesOf(hidden)).not.toEqual([]);
  });

  it('that the signature is gone, though the page names it', async () => {
    const stripped = changed('embedded', (bytes) =>
      bytes.subarray(0, bytes.lastIndexOf('%%EOF', bytes.length - 20) + 5),
    );
    expect(await codesOf(stripped)).toEqual(['signature-absent']);
    const file = changed('detached', (bytes) => bytes);
    rmSync(`${file}.cms`);
    expect(await codesOf(file)).toEqual(['signature-absent']);
  });

  it('that it is unreadable, of another document, or of another key', async () => {
    expect(
      await codesOf(changed('embedded', (bytes) => resigned(bytes, (cms) => Buffer.alloc(cms.length, 0x30)))),
    ).toEqual(['signature-unreadable']);
    const file = changed('detached', (bytes) => bytes);
    writeFileSync(`${file}.cms`, readFileSync(`${files.get('detached') ?? ''}.cms`).fill(0, 0, 4));
    expect(await codesOf(file)).toEqual(['signature-unreadable']);
    writeFileSync(`${file}.cms`, pki.sign('ca.pem', 'rsa'));
    expect(await codesOf(file)).toEqual(['signature-bytes-differ']);
    const forged = changed('embedded', (bytes) =>
      resigned(bytes, (cms) => {
        // The last octets but the padding are those of the signature itself.
        const padding = /(?:00)*$/.exec(cms.toString('hex'))?.[0].length ?? 0;
        const end = cms.length - padding / 2;
        cms[end - 20] = (cms[end - 20] ?? 0) ^ 0x01;
        return cms;
      }),
    );
    expect(await codesOf(forged)).toEqual(['signature-key-differs']);
  });

  it('that another signed than the page says', async () => {
    pki.key('other');
    pki.certify('other', { subject: { C: 'KZ', CN: 'ДРУГОЙ ЧЕЛОВЕК' } });
    const file = changed('detached', (bytes) => bytes);
    writeFileSync(`${file}.cms`, pki.sign(file, 'other'));
    const { findings } = await verify('.', [file]);
    expect(findings).toMatchObject([{ code: 'signature-block-differs' }]);
    expect(findings[0]?.args['found']).toContain('ДРУГОЙ ЧЕЛОВЕК');
  });

  it('that the certificate was not valid at that time', async () => {
    pki.certify('old', { key: 'rsa', from: '20200101000000Z', to: '20210101000000Z' });
    const { out, documents } = await printed(exampleWith('knb46-cryptography-licence', {}));
    const file = join(out, documents[0]?.file ?? '');
    writeFileSync(`${file}.cms`, pki.sign(file, 'old', 'rsa'));
    expect(await codesOf(file, { now: at })).toEqual(['signature-out-of-time']);
    expect(await codesOf(file, { now: '2020-06-01T00:00:00+06:00' })).toEqual([]);
  });

  it('that its algorithm is not known here, and that it was therefore not checked', async () => {
    // The digest algorithm of the signer renamed to one of the arc of Kazakhstan, of the same length.
    const sha256 = Buffer.from('0609608648016503040201', 'hex');
    const national = Buffer.from('06092a830e030a01030101', 'hex');
    const file = changed('detached', (bytes) => bytes);
    const cms = readFileSync(`${file}.cms`);
    for (let place = cms.indexOf(sha256); place >= 0; place = cms.indexOf(sha256, place + 1)) national.copy(cms, place);
    writeFileSync(`${file}.cms`, cms);
    const { verified, findings } = await verify('.', [file]);
    expect(findings).toMatchObject([{ code: 'signature-unknown', severity: 'warning' }]);
    expect(verified[0]?.signatures).toMatchObject([{ isChecked: false }]);
  });

  it('that a time stamp was given for another signature, is broken, or cannot be checked here', async () => {
    const source = files.get('stamped') ?? '';
    const sha256 = Buffer.from('0609608648016503040201', 'hex');
    const info = Buffer.from('060b2a864886f70d0109100104', 'hex');
    // Behind the mark of its content: the imprint, and in front of it the name of its algorithm.
    const restamped = (change: (cms: Buffer, place: number) => void): string =>
      changed('stamped', (bytes) =>
        resigned(bytes, (cms) => {
          change(cms, cms.indexOf(sha256, cms.indexOf(info)));
          return cms;
        }),
      );
    const other = restamped((cms, place) => {
      cms[place + 20] = (cms[place + 20] ?? 0) ^ 0x01;
    });
    expect(await codesOf(other)).toEqual(['stamp-wrong']);
    const national = restamped((cms, place) => {
      // Behind the content: the algorithm by which the authority signed.
      for (let at = cms.indexOf(sha256, place + 1); at >= 0; at = cms.indexOf(sha256, at + 1))
        Buffer.from('06092a830e030a01030101', 'hex').copy(cms, at);
    });
    expect(await codesOf(national)).toEqual(['stamp-unknown']);
    expect(await codesOf(source)).toEqual([]);
  });

  it('that a time stamp was given by a key that may sign documents, but may not stamp them', async () => {
    const file = changed('detached', (bytes) => bytes);
    const cms = readFileSync(`${file}.cms`);
    const digest = createHash('sha256')
      .update(readSignature(cms)?.value ?? '')
      .digest('hex');
    const query = pki.openssl('ts', '-query', '-digest', digest, '-sha256', '-cert');
    writeFileSync(`${file}.cms`, withTimeStamp(cms, forgedStamp(pki, query, 'rsa')));
    expect(await codesOf(file, { trusted: pki.path('ca.pem') })).toEqual(['stamp-wrong']);
  });

  it('whether the file stands in the manifest, as it is and as it was before signing', async () => {
    const file = files.get('embedded') ?? '';
    const manifest = join(dirname(file), 'manifest.json');
    const { verified, findings } = await verify('.', [file], { manifest });
    expect([findings.length, verified[0]?.isListed]).toEqual([0, true]);
    const other = join(freshFolder(), 'manifest.json');
    const text = readFileSync(manifest, 'utf8');
    const signed = /"sha256": "([0-9a-f]{64})"/g;
    writeFileSync(other, text.replace(/("unsigned": \{[^}]*"sha256": ")[0-9a-f]/, '$1g'));
    expect(await codesOf(file, { manifest: other })).toEqual(['manifest-original-differs']);
    writeFileSync(other, text.replace(signed, '"sha256": "0"'));
    expect(await codesOf(file, { manifest: other })).toEqual(['manifest-differs', 'manifest-original-differs']);
    writeFileSync(other, '{"documents": []}');
    expect(await codesOf(file, { manifest: other })).toEqual(['manifest-unlisted']);
    writeFileSync(other, 'not JSON');
    expect(await codesOf(file, { manifest: other })).toEqual(['manifest-broken']);
  });
});
