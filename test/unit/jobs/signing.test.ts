import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderBatch, type RenderedDocument, type RenderRequest } from '../../../src/jobs/render-batch.ts';
import { openSigning, type Signing, type SigningRequest } from '../../../src/jobs/signing.ts';
import { exampleWith, freshFolder, printed, type Printed } from '../../helpers/cases.ts';
import { deadAddress, hasOpenssl, passPhrase, Pki, startTsa } from '../../helpers/pki.ts';
import { has, hasVeraPdf, run, veraPdfVerdicts } from '../../helpers/programs.ts';

const dead = await deadAddress();
const at = '2025-11-25T15:19:07+05:00';
const hasPdfsig = (): boolean => has('pdfsig') && has('certutil');

describe.skipIf(!hasOpenssl())('render with a key (needs openssl)', { timeout: 120_000 }, () => {
  const pki = new Pki();
  const tsa = startTsa(pki);
  pki.key('rsa', 'rsa:2048');
  pki.certify('rsa');
  pki.p12('rsa');
  afterAll(async () => (await tsa).stop());

  function signingOf(more: Partial<SigningRequest> = {}): Signing {
    const signing = openSigning({ at, by: { kind: 'key', file: pki.path('rsa.p12'), passPhrase }, ...more });
    if (!signing.ok) throw new Error(JSON.stringify(signing.findings));
    return signing.value;
  }

  const openssl = ['openssl', 'cms', '-sign', '-cades', '-binary', '-outform', 'DER'];
  const outside = (words: readonly string[], room?: number): Partial<SigningRequest> => ({
    by: {
      kind: 'command',
      words,
      certificate: pki.path('rsa.pem'),
      timeoutMs: 20_000,
      ...(room === undefined ? {} : { room }),
    },
  });
  const withRsa = (): string[] => [...openssl, '-signer', pki.path('rsa.pem'), '-inkey', pki.path('rsa.key')];

  /** The example as an original: examples are specimens. */
  const original = (name: string, options: Partial<RenderRequest>): Promise<Printed> =>
    printed(exampleWith(name, { specimen: false }), options);
  const fileOf = ({ out, documents }: Printed, kind: RenderedDocument['kind']) => {
    const document = documents.find((one) => one.kind === kind);
    if (!document) throw new Error(`no ${kind}`);
    return { document, file: join(out, document.file), bytes: readFileSync(join(out, document.file)) };
  };

  /** The signature and what it lies over, cut out of the file by its own numbers. */
  function cut(bytes: Buffer): { readonly cms: Buffer; readonly content: Buffer } {
    const range = /\/ByteRange \[0 (\d+) +(\d+) +(\d+) *\]/.exec(bytes.toString('latin1')) ?? [];
    const [, first = 0, second = 0, length = 0] = range.map(Number);
    expect(second + length).toBe(bytes.length);
    const hex = bytes.subarray(first + 1, second - 1).toString('latin1');
    const content = Buffer.concat([bytes.subarray(0, first), bytes.subarray(second)]);
    return { cms: Buffer.from(hex, 'hex'), content };
  }

  function opensslAgrees(cms: Buffer, content: Buffer): void {
    writeFileSync(pki.path('cms'), cms);
    writeFileSync(pki.path('content'), content);
    const verify = ['cms', '-verify', '-binary', '-inform', 'DER', '-in', 'cms', '-content', 'content', '-cades'];
    pki.openssl(...verify, '-CAfile', 'ca.pem', '-out', 'verified');
    expect(pki.bytes('verified').equals(content)).toBe(true);
  }

  it('puts the signature behind the document as it was, and openssl agrees with it', async () => {
    const signed = fileOf(await original('knb46-cryptography-licence', { signing: signingOf() }), 'licence');
    const { signature } = signed.document;
    const prefix = signed.bytes.subarray(0, signature?.unsigned.bytes);
    writeFileSync(join(pki.folder, 'prefix.pdf'), prefix);
    const sum = run('sha256sum', join(pki.folder, 'prefix.pdf')).slice(0, 64);
    expect(signature).toMatchObject({
      form: 'embedded',
      signer: 'ӨТЕҒҰЛОВ ҰЛАН ҺАМИТҰЛЫ',
      organisation: '«Сынақ» мемлекеттік мекемесі',
      issuer: 'Сынақ куәландырушы орталығы',
      signed: at,
      stamped: null,
      unsigned: { sha256: sum },
    });
    expect(prefix.toString('latin1')).toMatch(/%%EOF\s*$/);
    const { cms, content } = cut(signed.bytes);
    opensslAgrees(cms, content);
  });

  it('gives the same bytes for the same time, key and data; for another time another page', async () => {
    const bytesAt = async (time: string): Promise<Buffer> => {
      const made = await original('knb46-cryptography-licence', { signing: signingOf({ at: time }) });
      return fileOf(made, 'licence').bytes;
    };
    const first = await bytesAt(at);
    expect((await bytesAt(at)).equals(first)).toBe(true);
    expect((await bytesAt('2025-11-25T15:19:08+05:00')).equals(first)).toBe(false);
  });

  it('signs nothing by a certificate that is over, whatever time is stated', () => {
    pki.certify('over', { key: 'rsa', to: '20251231235959Z' });
    const by = { kind: 'key', file: pki.p12('over', { key: 'rsa' }), passPhrase } as const;
    expect(openSigning({ at, by, now: '2025-12-31T00:00:00+05:00' }).ok).toBe(true);
    expect(openSigning({ at, by, now: '2026-01-02T00:00:00+05:00' }).findings).toMatchObject([
      { code: 'certificate-expired' },
    ]);
    const outside = { kind: 'command', words: ['x'], certificate: pki.path('over.pem'), timeoutMs: 1 } as const;
    expect(openSigning({ at, by: outside, now: '2026-01-02T00:00:00+05:00' }).ok).toBe(false);
  });

  it('leaves a document without signing as it is', async () => {
    const { document, bytes } = fileOf(await original('knb46-cryptography-licence', {}), 'licence');
    expect(document).not.toHaveProperty('signature');
    expect(bytes.toString('latin1')).not.toMatch(/AcroForm|\/Sig\b/);
  });

  describe.skipIf(!hasPdfsig())('pdfsig (needs poppler-utils and libnss3-tools)', () => {
    const store = freshFolder();
    beforeAll(() => {
      run('certutil', '-N', '-d', store, '--empty-password');
      run('certutil', '-A', '-d', store, '-n', 'ca', '-t', 'CT,C,C', '-i', pki.path('ca.pem'));
    });
    const pdfsig = (file: string): string => run('pdfsig', '-nssdir', store, file);

    it('finds the signature valid, trusted, and over the whole document: with RSA, with EC, stamped, by a program', async () => {
      pki.key('ec');
      pki.certify('ec');
      pki.p12('ec');
      const { url } = await tsa;
      const ways: Partial<SigningRequest>[] = [
        {},
        { by: { kind: 'key', file: pki.path('ec.p12'), passPhrase } },
        { tsa: url },
        outside(withRsa()),
      ];
      for (const way of ways) {
        const { file } = fileOf(await original('knb46-cryptography-licence', { signing: signingOf(way) }), 'licence');
        const said = pdfsig(file);
        expect(said).toContain('Signature is Valid');
        expect(said).toContain('Certificate is Trusted');
        expect(said).toContain('Total document signed');
        expect(said).toContain('Signer Certificate Common Name: ӨТЕҒҰЛОВ ҰЛАН');
        expect(said).toContain('Signature Type: ETSI.CAdES.detached');
        expect(said.match(/Signature #/g)).toHaveLength(1);
      }
    });

    it('sees one byte changed', async () => {
      const { file, bytes } = fileOf(await original('knb46-cryptography-licence', { signing: signingOf() }), 'licence');
      const place = bytes.indexOf('/Producer (reglament)') + 11;
      bytes[place] = 'R'.charCodeAt(0);
      writeFileSync(file, bytes);
      expect(pdfsig(file)).toContain('Digest Mismatch');
    });
  });

  it.skipIf(!hasVeraPdf())('is still PDF/A-3a and PDF/UA-1 (veraPDF)', async () => {
    const { url } = await tsa;
    const made = [
      fileOf(await original('knb46-cryptography-licence', { signing: signingOf({ tsa: url }) }), 'licence'),
      fileOf(await original('mint102-export-licence', { signing: signingOf() }), 'import-export-licence'),
      fileOf(await original('mint102-end-user-certificate-kk', { signing: signingOf() }), 'end-user-certificate'),
      fileOf(await original('knb46-import-conclusion-ru', { signing: signingOf() }), 'samples-notice'),
    ];
    const verdicts = veraPdfVerdicts(made.map(({ file }) => ({ file, profiles: ['3a', 'ua1'] })));
    expect(verdicts).toHaveLength(8);
    expect(verdicts.filter(({ passes }) => !passes)).toEqual([]);
  });

  it.skipIf(!has('pdftotext'))(
    'says on the page in both languages who signed, when, and by which certificate',
    async () => {
      const { file, document } = fileOf(await original('mint102-poisons-refusal', { signing: signingOf() }), 'refusal');
      const words = run('pdftotext', '-layout', file, '-').replace(/\s+/g, ' ');
      for (const phrase of [
        'Электрондық қолтаңба қойылған',
        'Подписано электронной подписью',
        'Қол қойған тұлға: ӨТЕҒҰЛОВ ҰЛАН ҺАМИТҰЛЫ',
        'Время подписания: 25.11.2025, 15:19:07 (UTC+05:00)',
        `Сертификат: ${document.signature?.serial}`,
        'Кем выдан сертификат: Сынақ куәландырушы орталығы',
      ])
        expect(words).toContain(phrase);
      // No place for the pen beside it, and nobody's ИИН.
      expect(words).not.toContain('(қолы)');
      expect(words).not.toContain('900101300017');
    },
  );

  it('signs no specimen as an original; a rehearsal says that it is one', async () => {
    const accident = await printed(exampleWith('knb46-cryptography-licence', {}), { signing: signingOf() });
    expect(accident.codes).toContain('sign-specimen');
    expect(accident.documents).toEqual([]);
    const rehearsal = await printed(exampleWith('knb46-cryptography-licence', {}), {
      signing: signingOf(),
      specimen: true,
    });
    const { bytes } = fileOf(rehearsal, 'licence');
    expect(bytes.subarray(-9000).toString('latin1')).toContain('/Reason <FEFF04AE041B0413');
  });

  it('leaves to the pen what people sign by pen, and says so once', async () => {
    const { documents, findings } = await original('miir138-transit-permit-ru', { signing: signingOf() });
    const signed = documents.filter(({ signature }) => signature).map(({ kind }) => kind);
    expect(signed).toEqual(['transit-permit']);
    const unsigned = documents.filter(({ signature }) => !signature).map(({ kind }) => kind);
    expect(findings.filter(({ code }) => code === 'sign-no-place').map(({ args }) => args['kind'])).toEqual(unsigned);
  });

  it('warns where another signs than the officer whom the document names; under --strict nothing comes out', async () => {
    const named = (name: string) =>
      exampleWith('knb46-cryptography-licence', { specimen: false, 'events.decided.officer.name': name });
    const codes = async (name: string, strict = false) =>
      (await printed(named(name), { signing: signingOf(), strict })).findings.map(({ code }) => code);
    expect(await codes('Өтеғұлов Ұлан Һамитұлы')).not.toContain('signer-differs');
    expect(await codes('Өтеғұлов Ерлан Һамитұлы')).toContain('signer-differs');
    const { documents, codes: errors } = await printed(named('Өтеғұлов Ерлан Һамитұлы'), {
      signing: signingOf(),
      strict: true,
    });
    expect([documents.length, errors.length > 0]).toEqual([0, true]);
  });

  it('puts a detached signature beside the document, and openssl agrees with it', async () => {
    const made = await original('knb46-cryptography-licence', { signing: signingOf({ detached: true }) });
    const { file, bytes, document } = fileOf(made, 'licence');
    opensslAgrees(readFileSync(`${file}.cms`), bytes);
    expect(document.signature?.detached?.file).toBe(`${document.file}.cms`);
    expect(bytes.toString('latin1')).not.toMatch(/AcroForm|\/Sig\b/);
  });

  describe('in a second run over the same folder', () => {
    /** One run over a case in a folder; what it made, and the bytes that stand there afterwards. */
    async function runOver(
      folder: string,
      signing: Signing | undefined,
      more: Partial<RenderRequest> = {},
      number = '19021345',
    ) {
      const file = join(folder, 'case.yaml');
      const changes = { specimen: false, 'events.decided.documents.0.number': number };
      writeFileSync(file, exampleWith('knb46-cryptography-licence', changes));
      const out = join(folder, 'out');
      const { made, documents, findings } = await renderBatch({
        root: '.',
        cases: [file],
        out,
        ...(signing ? { signing } : {}),
        ...more,
      });
      const name = documents[0]?.file ?? '';
      const codes = findings.map(({ code }) => code).filter((code) => /^(signature|output)-/.test(code));
      return {
        reasons: made.map(({ reason }) => reason),
        pdf: readFileSync(join(out, name)),
        file: join(out, name),
        codes,
      };
    }
    const later = '2025-11-26T09:00:00+05:00';

    it('signs nothing again, neither at another time nor without a key, nor when the certificate was renewed', async () => {
      const folder = freshFolder();
      expect((await runOver(folder, undefined)).reasons).toEqual(['new']);
      const signed = await runOver(folder, signingOf());
      expect(signed.reasons).toEqual(['unsigned']);
      pki.certify('renewed', { key: 'rsa', from: '20240101000000Z' });
      pki.p12('renewed', { key: 'rsa' });
      const renewed = signingOf({ by: { kind: 'key', file: pki.path('renewed.p12'), passPhrase } });
      for (const signing of [signingOf({ at: later }), undefined, renewed]) {
        const again = await runOver(folder, signing);
        expect(again.reasons).toEqual([]);
        expect(again.pdf.equals(signed.pdf)).toBe(true);
      }
    });

    it('signs where another is to sign, where a time stamp is missing, or where the signature goes elsewhere', async () => {
      const folder = freshFolder();
      pki.key('other');
      pki.certify('other', { subject: { C: 'KZ', CN: 'ДРУГОЙ ЧЕЛОВЕК' } });
      const other = pki.p12('other');
      await runOver(folder, signingOf());
      const { url } = await tsa;
      const ways = [{ tsa: url }, { by: { kind: 'key', file: other, passPhrase } as const }, { detached: true }];
      for (const way of ways) expect((await runOver(folder, signingOf(way))).reasons).toEqual(['signer']);
    });

    it('makes a document anew whose detached signature is gone or altered', async () => {
      const folder = freshFolder();
      const first = await runOver(folder, signingOf({ detached: true }));
      rmSync(`${first.file}.cms`);
      expect((await runOver(folder, signingOf({ detached: true }))).reasons).toEqual(['missing']);
      writeFileSync(`${first.file}.cms`, 'altered');
      expect((await runOver(folder, signingOf({ detached: true }))).reasons).toEqual(['altered']);
      expect((await runOver(folder, signingOf({ detached: true }))).reasons).toEqual([]);
    });

    it('leaves alone what was signed elsewhere, behind its bytes', async () => {
      const folder = freshFolder();
      const { file, pdf } = await runOver(folder, undefined);
      writeFileSync(file, Buffer.concat([pdf, Buffer.from('% a signature put on by another program\n')]));
      expect((await runOver(folder, signingOf())).reasons).toEqual([]);
    });

    it('says that a document which was signed is made anew and is not', async () => {
      const folder = freshFolder();
      await runOver(folder, signingOf());
      const again = await runOver(folder, undefined, {}, '19021346');
      expect([again.reasons, again.codes]).toEqual([['data'], ['signature-dropped']]);
      writeFileSync(again.file, Buffer.concat([again.pdf, Buffer.from('% a signature put on by another program\n')]));
      expect((await runOver(folder, undefined, {}, '19021347')).codes).toEqual(['signature-dropped']);
      expect((await runOver(folder, signingOf(), {}, '19021348')).codes).toEqual([]);
    });

    it('says that a signature beside the document is of a former one', async () => {
      const folder = freshFolder();
      const first = await runOver(folder, signingOf({ detached: true }));
      const within = await runOver(folder, signingOf());
      expect([within.reasons, within.codes]).toEqual([['signer'], ['output-stale']]);
      rmSync(`${first.file}.cms`);
      expect((await runOver(folder, signingOf())).codes).toEqual([]);
    });

    it('says that a signature which another program put beside it is of a former one', async () => {
      const folder = freshFolder();
      const { file } = await runOver(folder, undefined);
      writeFileSync(`${file}.cms`, pki.sign(file, 'rsa'));
      rmSync(file);
      expect(await runOver(folder, undefined)).toMatchObject({ reasons: ['missing'], codes: [] });
      expect(await runOver(folder, undefined, {}, '19021346')).toMatchObject({ codes: ['signature-beside-other'] });
    });

    it('asks no signer when it is only asked what would be made', async () => {
      const folder = freshFolder();
      const before = await runOver(folder, undefined);
      const never = signingOf(outside(['/no/such/program']));
      const trial = await runOver(folder, never, { check: true });
      expect(trial.reasons).toEqual(['unsigned']);
      expect(trial.pdf.equals(before.pdf)).toBe(true);
    });
  });

  it.each([
    ['a program that refuses', () => outside([process.execPath, '-e', 'process.exit(1)']), 'sign-command-failed'],
    ['a signature larger than its room', () => outside(withRsa(), 500), 'cms-too-large'],
    ['an authority for time stamps that is down', () => ({ tsa: dead }), 'tsa-unreachable'],
  ] as const)('prints nothing where signing fails: %s', async (_, way, code) => {
    const { codes, out, documents } = await original('knb46-cryptography-licence', { signing: signingOf(way()) });
    expect(codes).toEqual([code]);
    expect(documents).toEqual([]);
    expect(readdirSync(out)).toEqual(['manifest.json']);
  });

  it('writes no document where its detached signature cannot be written', async () => {
    const folder = freshFolder();
    const out = join(folder, 'out');
    const text = exampleWith('knb46-cryptography-licence', { specimen: false });
    const first = await printed(text, { signing: signingOf(), out });
    const name = first.documents[0]?.file ?? '';
    const other = join(folder, 'other');
    const blocked = join(other, `${name}.cms`);
    run('mkdir', '-p', join(blocked, 'in-the-way'));
    const { codes } = await printed(text, { signing: signingOf({ detached: true }), out: other });
    expect(codes).toContain('file-unwritable');
    expect(existsSync(join(other, name))).toBe(false);
  });
});
