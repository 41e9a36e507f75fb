import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { sequence, unsigned } from '../../../src/sign/der.ts';
import {
  digestVerdict,
  openKeyFile,
  outsideCertificate,
  readSignature,
  readTimeStamp,
  signatureVerdict,
  signerByCommand,
  signerOf,
  signerWithKey,
  signingKeyOf,
  withPatience,
  type Certificate,
  type Signer,
} from '../../../src/sign/index.ts';
import { deadAddress, forgedStamp, hasOpenssl, passPhrase, Pki, startTsa, type TsaReply } from '../../helpers/pki.ts';
import { has } from '../../helpers/programs.ts';

const now = '2025-11-25T15:19:07+05:00';
const content = Buffer.from('The bytes to be signed,\r\nto the last one.\0');

describe.skipIf(!hasOpenssl())('a signer (needs openssl)', { timeout: 60_000 }, () => {
  const pki = new Pki();
  pki.key('rsa', 'rsa:2048');
  pki.certify('rsa');
  writeFileSync(pki.path('content'), content);
  const tsa = startTsa(pki);
  afterAll(async () => (await tsa).stop());

  function keyOf(name: string) {
    pki.p12(name);
    const file = openKeyFile('key.p12', pki.bytes(`${name}.p12`), passPhrase);
    const key = file.ok ? signingKeyOf('key.p12', file.value, now) : file;
    if (!key.ok) throw new Error(JSON.stringify(key.findings));
    return key.value;
  }

  /** What openssl says: it verifies the signature over the content, up to the authority, as a CAdES one. */
  function verifiedByOpenssl(cms: Uint8Array, ...more: readonly string[]): string {
    writeFileSync(pki.path('signature'), cms);
    const verify = ['cms', '-verify', '-binary', '-inform', 'DER', '-in', 'signature', '-content', 'content'];
    return pki.openssl(...verify, '-CAfile', 'ca.pem', '-cades', ...more).toString();
  }

  const signed = async (signer: Signer): Promise<Uint8Array> => {
    const outcome = await signer.signCms(content, 'x.pdf');
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings));
    return outcome.value;
  };

  it.each(['rsa:2048', 'rsa:3072', 'ec:P-256', 'ec:P-384', 'ec:P-521'])(
    'signs with %s so that openssl agrees',
    async (kind) => {
      pki.key('any', kind);
      pki.certify('any');
      const signer = signerWithKey(keyOf('any'));
      const cms = await signed(signer);
      expect(verifiedByOpenssl(cms)).toBe(content.toString());
      expect(cms.length).toBeLessThanOrEqual(signer.room);
      writeFileSync(pki.path('content'), Buffer.concat([content, Buffer.from('.')]));
      expect(() => verifiedByOpenssl(cms)).toThrow(/verification failure|digest/);
      writeFileSync(pki.path('content'), content);
    },
  );

  it('gives the same signature every time with RSA, and holds what PAdES wants', async () => {
    const signer = signerWithKey(keyOf('rsa'));
    const cms = await signed(signer);
    expect(Buffer.from(await signed(signer)).equals(Buffer.from(cms))).toBe(true);
    const printed = pki.openssl('cms', '-cmsout', '-print', '-inform', 'DER', '-in', 'signature').toString();
    for (const attribute of ['contentType', 'messageDigest', 'id-smime-aa-signingCertificateV2'])
      expect(printed).toContain(attribute);
    // EN 319 142-1, 6.3: the time stands in the file.
    expect(printed).not.toContain('signingTime');
    expect(signerOf(signer.certificate)).toBe('ӨТЕҒҰЛОВ ҰЛАН ҺАМИТҰЛЫ');
  });

  it('puts the certificates between signer and root into the signature', async () => {
    pki.key('middle');
    pki.certify('middle', {
      subject: { C: 'KZ', CN: 'Middle' },
      extensions: 'basicConstraints=critical,CA:TRUE\nkeyUsage=keyCertSign',
    });
    pki.key('below');
    pki.certify('below', { issuer: 'middle' });
    pki.p12('below', { above: 'middle' });
    const file = openKeyFile('key.p12', pki.bytes('below.p12'), passPhrase);
    const key = file.ok ? signingKeyOf('key.p12', file.value, now) : file;
    if (!key.ok) throw new Error('no key');
    expect(verifiedByOpenssl(await signed(signerWithKey(key.value)))).toBe(content.toString());
  });

  it('reads its own signatures and sees what is changed in them', async () => {
    const cms = await signed(signerWithKey(keyOf('rsa')));
    const found = readSignature(cms);
    if (!found) throw new Error('not read');
    expect([digestVerdict(found, content), signatureVerdict(found, content)]).toEqual(['right', 'right']);
    expect(digestVerdict(found, Buffer.from('x'))).toBe('wrong');
    // Any octet changed: unreadable, or not right.
    for (let at = 0; at < cms.length; at += 29) {
      const changed = Buffer.from(cms);
      changed[at] = (changed[at] ?? 0) ^ 0x01;
      const other = readSignature(changed);
      const verdicts = other ? [digestVerdict(other, content), signatureVerdict(other, content)] : ['unreadable'];
      // The name of the algorithm of a certificate's own signature, and that signature, are not covered by ours.
      if (verdicts.every((verdict) => verdict === 'right'))
        expect(other?.certificate?.der.equals(found.certificate?.der ?? Buffer.alloc(0))).toBe(true);
    }
  });

  it('has its signature stamped: level B-T, and openssl agrees with the stamp', async () => {
    const { url } = await tsa;
    const signer = signerWithKey(keyOf('rsa'), { url, timeoutMs: 20_000 });
    const cms = await signed(signer);
    expect(cms.length).toBeLessThanOrEqual(signer.room);
    expect(verifiedByOpenssl(cms)).toBe(content.toString());
    const found = readSignature(cms);
    const stamp = found?.timeStamp && readTimeStamp(found.timeStamp);
    if (!found?.timeStamp || !stamp) throw new Error('no stamp');
    expect(stamp.verdict).toBe('right');
    writeFileSync(pki.path('token'), found.timeStamp);
    const digest = createHash('sha256').update(found.value).digest('hex');
    const said = pki.openssl(
      'ts',
      '-verify',
      '-token_in',
      '-in',
      'token',
      '-digest',
      digest,
      '-sha256',
      '-CAfile',
      'ca.pem',
    );
    expect(said.toString()).toContain('Verification: OK');
  });

  const silent: TsaReply = () => 'silence';
  it.each([
    ['nobody listens', undefined, 'tsa-unreachable'],
    ['no answer in time', silent, 'tsa-unreachable'],
    ['an error of the server', () => ({ status: 503, body: Buffer.from('busy') }), 'tsa-unreachable'],
    ['a page of HTML', () => ({ body: Buffer.from('<html>log in</html>') }), 'tsa-reply-broken'],
    ['nothing', () => ({ body: Buffer.alloc(0) }), 'tsa-reply-broken'],
    ['a megabyte and more', () => ({ body: Buffer.alloc(3 << 20, 0x30) }), 'tsa-reply-broken'],
    [
      'a refusal',
      () => ({ body: Buffer.from('300f300d0201023008' + '0c066b6579206e6f'.padEnd(16, '0'), 'hex') }),
      'tsa-refused',
    ],
  ] as const)('tells a time stamp authority that fails: %s', async (_, reply, code) => {
    const other = reply && (await startTsa(pki, reply));
    const url = other?.url ?? (await deadAddress());
    const outcome = await signerWithKey(keyOf('rsa'), { url, timeoutMs: 400 }).signCms(content, 'x.pdf');
    await other?.stop();
    expect(outcome.findings.map((finding) => finding.code)).toEqual([code]);
  });

  it('takes no stamp of another signature, and none that was given before', async () => {
    const { url } = await tsa;
    const stamps: Buffer[] = [];
    const answer = async (query: Buffer): Promise<Buffer> =>
      Buffer.from(await (await fetch(url, { method: 'POST', body: new Uint8Array(query) })).arrayBuffer());
    const old = await answer(pki.openssl('ts', '-query', '-data', 'content', '-cert', '-sha256'));
    stamps.push(old);
    const other = await startTsa(pki, () => ({ body: old }));
    const outcome = await signerWithKey(keyOf('rsa'), { url: other.url, timeoutMs: 5000 }).signCms(content, 'x.pdf');
    await other.stop();
    expect(outcome.findings.map((finding) => finding.code)).toEqual(['tsa-reply-broken']);
  });

  it('takes no stamp by a key that may not give any', async () => {
    const { url, stop } = await startTsa(pki, (query) => {
      const token = forgedStamp(pki, query, 'rsa');
      return { body: sequence(sequence(unsigned(Buffer.alloc(1))), token) };
    });
    const outcome = await signerWithKey(keyOf('rsa'), { url, timeoutMs: 5000 }).signCms(content, 'x.pdf');
    await stop();
    expect(outcome.findings.map((finding) => finding.code)).toEqual(['tsa-reply-broken']);
  });

  describe('outside', () => {
    const certificate = (): Certificate => {
      const read = outsideCertificate('rsa.pem', pki.bytes('rsa.pem'), now);
      if (!read.ok) throw new Error('no certificate');
      return read.value;
    };
    const openssl = ['openssl', 'cms', '-sign', '-cades', '-binary', '-outform', 'DER'];
    const withRsa = ['-signer', pki.path('rsa.pem'), '-inkey', pki.path('rsa.key')];
    const asked = (words: readonly string[], timeoutMs = 20_000, room?: number): ReturnType<Signer['signCms']> =>
      signerByCommand({ words, timeoutMs }, certificate(), undefined, room).signCms(content, 'x.pdf');
    const node = (code: string): string[] => [process.execPath, '-e', code];

    it('signs by a program, and openssl agrees', async () => {
      const outcome = await asked([...openssl, ...withRsa]);
      expect(outcome.ok && verifiedByOpenssl(outcome.value)).toBe(content.toString());
    });

    it('states the lengths that a program left open', async () => {
      const words = [...openssl, ...withRsa, '-keyopt', 'rsa_padding_mode:pss'];
      const whole = execFileSync(words[0] ?? '', words.slice(1), { input: content });
      // Head (4), kind of content (11), head of the content (4): two values whose ends are marked instead.
      const marked = [
        Buffer.from('3080', 'hex'),
        whole.subarray(4, 15),
        Buffer.from('a080', 'hex'),
        whole.subarray(19),
      ];
      writeFileSync(pki.path('marked'), Buffer.concat([...marked, Buffer.alloc(4)]));
      const outcome = await asked(['cat', pki.path('marked')]);
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings));
      expect(Buffer.compare(outcome.value, whole)).toBe(0);
      expect(verifiedByOpenssl(outcome.value)).toBe(content.toString());
    });

    it('has a signature of a program stamped too', async () => {
      const { url } = await tsa;
      const signer = signerByCommand({ words: [...openssl, ...withRsa], timeoutMs: 20_000 }, certificate(), {
        url,
        timeoutMs: 20_000,
      });
      const cms = await signed(signer);
      expect(verifiedByOpenssl(cms)).toBe(content.toString());
      expect(readSignature(cms)?.timeStamp).toBeDefined();
    });

    it('tells what a program did wrong', async () => {
      pki.key('other');
      pki.certify('other');
      const byOther = ['-signer', pki.path('other.pem'), '-inkey', pki.path('other.key')];
      const codes = async (...args: Parameters<typeof asked>) =>
        (await asked(...args)).findings.map(({ code }) => code);
      expect(await codes(['/no/such/program'])).toEqual(['sign-command-missing']);
      expect(await codes(node('process.exit(3)'))).toEqual(['sign-command-failed']);
      expect(await codes(node('process.kill(process.pid, "SIGSEGV")'))).toEqual(['sign-command-failed']);
      expect(await codes(node(''))).toEqual(['sign-command-failed']);
      expect(await codes(node('process.stdin.destroy(); console.log("no")'))).toEqual(['cms-broken']);
      expect(await codes(node('setInterval(() => {}, 1000)'), 300)).toEqual(['sign-command-silent']);
      expect(await codes(node('for (;;) fs.writeSync(1, "x".repeat(65536))'))).toEqual(['sign-command-talkative']);
      expect(await codes([...openssl, ...withRsa, '-nodetach'])).toEqual(['cms-with-content']);
      expect(await codes([...openssl, ...withRsa, '-nocerts'])).toEqual(['cms-without-certificate']);
      expect(await codes([...openssl, ...byOther])).toEqual(['cms-of-other-certificate']);
      expect(await codes([...openssl.filter((word) => word !== '-binary'), ...withRsa])).toEqual([
        'cms-of-other-bytes',
      ]);
      expect(await codes([...openssl, ...withRsa, ...byOther])).toEqual(['cms-broken']);
      expect(await codes([...openssl, ...withRsa, '-md', 'sha1'])).toEqual(['cms-weak']);
      expect(await codes([...openssl, ...withRsa, '-md', 'sha3-256'])).toEqual(['cms-weak']);
      expect(await codes([...openssl.map((word) => (word === 'DER' ? 'PEM' : word)), ...withRsa])).toEqual([
        'cms-broken',
      ]);
    });

    it('is not started where its certificate is of a short key, or over', () => {
      pki.key('short', 'rsa:1024');
      pki.certify('short');
      const read = outsideCertificate('short.pem', pki.bytes('short.pem'), now);
      expect(read.findings).toMatchObject([{ code: 'key-short', args: { bits: 1024 } }]);
      const late = outsideCertificate('rsa.pem', pki.bytes('rsa.pem'), '2051-01-01T00:00:00+05:00');
      expect(late.findings).toMatchObject([{ code: 'certificate-expired' }]);
    });

    it('repeats the last words of a program that failed, and tells it which document it is', async () => {
      const outcome = await asked(
        node('console.error("first\\nPIN of " + process.env.REGLAMENT_DOCUMENT + " wrong"); process.exit(7)'),
      );
      expect(outcome.findings).toMatchObject([{ args: { status: '7', said: 'PIN of x.pdf wrong' } }]);
    });

    it.skipIf(!has('ps'))('ends the family of a program that hangs (needs ps)', async () => {
      const mark = `reglament-${process.pid}-hang`;
      const outcome = await asked(['sh', '-c', `sleep 60 # ${mark}\nsleep 60`], 300);
      expect(outcome.findings.map(({ code }) => code)).toEqual(['sign-command-silent']);
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })).not.toContain(`sh -c sleep 60 # ${mark}`);
    });

    it('is not asked again when it failed three times for a reason that lasts', async () => {
      let asked = 0;
      const failing = signerByCommand({ words: ['/no/such/program'], timeoutMs: 100 }, certificate());
      const signer = withPatience({
        ...failing,
        signCms: (bytes, name) => {
          asked += 1;
          return failing.signCms(bytes, name);
        },
      });
      const codes: string[] = [];
      for (let n = 0; n < 5; n++)
        codes.push(...(await signer.signCms(content, 'x.pdf')).findings.map(({ code }) => code));
      expect(asked).toBe(3);
      expect(codes).toEqual([...Array(3).fill('sign-command-missing'), 'sign-given-up', 'sign-given-up']);
    });
  });
});
