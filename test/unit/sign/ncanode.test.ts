import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { outsideCertificate, readSignature, signerByCommand } from '../../../src/sign/index.ts';
import { hasOpenssl, passPhrase, Pki } from '../../helpers/pki.ts';

describe.skipIf(!hasOpenssl())('examples/signers/ncanode.mjs (needs openssl)', { timeout: 60_000 }, () => {
  const pki = new Pki();
  pki.key('rsa', 'rsa:2048');
  pki.certify('rsa');
  const key = pki.p12('rsa');

  /** Answers as the source of NCANode 3 says: POST /cms/sign, JSON in and out. */
  const standIn = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const asked = JSON.parse(Buffer.concat(chunks).toString()) as {
        readonly data: string;
        readonly signers: readonly { readonly key: string; readonly password: string }[];
        readonly detached: boolean;
      };
      const [signer] = asked.signers;
      const isRight = signer?.password === passPhrase && signer.key === pki.bytes('rsa.p12').toString('base64');
      if (request.url !== '/cms/sign' || !isRight || !asked.detached) {
        response.writeHead(400, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ status: 400, message: 'keystore password was incorrect' }));
        return;
      }
      writeFileSync(pki.path('data'), Buffer.from(asked.data, 'base64'));
      const cms = pki.sign('data', 'rsa').toString('base64');
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ status: 200, message: 'OK', cms }));
    });
  });
  afterAll(() => void standIn.close());

  it('has a service sign, and repeats why it did not', async () => {
    await new Promise<void>((done) => standIn.listen(0, '127.0.0.1', done));
    const address = standIn.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    vi.stubEnv('NCANODE_URL', `http://127.0.0.1:${port}`);
    vi.stubEnv('NCANODE_KEY', key);
    vi.stubEnv('NCANODE_PASS_PHRASE', passPhrase);
    const certificate = outsideCertificate('rsa.pem', pki.bytes('rsa.pem'), '2025-11-25T15:19:07+05:00');
    if (!certificate.ok) throw new Error('no certificate');
    const words = [process.execPath, resolve('examples/signers/ncanode.mjs')];
    const signer = signerByCommand({ words, timeoutMs: 20_000 }, certificate.value);
    const signed = await signer.signCms(Buffer.from('\u0000bytes\r\n'), 'x.pdf');
    expect(signed.ok && readSignature(signed.value)?.certificate?.serial).toBe(certificate.value.serial);
    vi.stubEnv('NCANODE_PASS_PHRASE', 'x');
    const refused = await signer.signCms(Buffer.from('bytes'), 'x.pdf');
    expect(refused.findings).toMatchObject([{ args: { said: 'ncanode: keystore password was incorrect' } }]);
    vi.unstubAllEnvs();
  });
});
