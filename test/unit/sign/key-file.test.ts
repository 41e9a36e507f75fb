import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openKeyFile, signingKeyOf } from '../../../src/sign/index.ts';
import { hasOpenssl, passPhrase, Pki } from '../../helpers/pki.ts';

const now = '2025-11-25T15:19:07+05:00';

/** The codes of the faults, or the serial number of the certificate that would sign. */
function opened(bytes: Uint8Array, phrase = passPhrase, at = now): readonly string[] {
  const file = openKeyFile('key.p12', bytes, phrase);
  const key = file.ok ? signingKeyOf('key.p12', file.value, at) : file;
  const codes = key.findings.map(({ code }) => code);
  return key.ok ? ['signs', key.value.kind, key.value.digest, ...codes] : codes;
}

describe.skipIf(!hasOpenssl())('a key file (needs openssl)', { timeout: 60_000 }, () => {
  const pki = new Pki();
  pki.key('rsa', 'rsa:2048');
  pki.certify('rsa');

  it.each([
    ['AES-256 and PBKDF2, as openssl 3 writes it', []],
    ['AES-128, SHA-512 check', ['-keypbe', 'AES-128-CBC', '-certpbe', 'AES-192-CBC', '-macalg', 'SHA512']],
    ['3DES and PBES2', ['-keypbe', 'DES-EDE3-CBC', '-certpbe', 'DES-EDE3-CBC']],
    ['3DES for the key, RC2 of 40 bits for the certificates: old Windows and openssl 1', ['-legacy']],
    ['RC2 of 128 bits', ['-legacy', '-certpbe', 'PBE-SHA1-RC2-128', '-keypbe', 'PBE-SHA1-2DES']],
    ['no check of the whole', ['-nomac']],
    ['certificates in the open', ['-certpbe', 'NONE']],
    ['nothing hidden', ['-certpbe', 'NONE', '-keypbe', 'NONE', '-nomac']],
  ] as const)('opens: %s', (_, options) => {
    pki.p12('rsa', { file: 'form', flags: options });
    expect(opened(pki.bytes('form.p12'))).toEqual(['signs', 'rsa', 'sha256']);
  });

  it.each([
    ['P-256', 'sha256'],
    ['P-384', 'sha384'],
    ['P-521', 'sha512'],
  ])('signs with EC on %s and %s', (curve, digest) => {
    pki.key('ec', `ec:${curve}`);
    pki.certify('ec');
    pki.p12('ec');
    // Twice: the certificate of the authority beside it is of another kind of key.
    expect(opened(pki.bytes('ec.p12'))).toEqual(['signs', 'ec', digest]);
    expect(opened(pki.bytes('ec.p12'))).toEqual(['signs', 'ec', digest]);
  });

  it('tells a wrong pass phrase, in every form', () => {
    for (const options of [[], ['-legacy'], ['-nomac']]) {
      pki.p12('rsa', { file: 'form', flags: options });
      expect(opened(pki.bytes('form.p12'), 'қате'), options.join(' ')).toEqual(['key-pass-phrase-wrong']);
      expect(opened(pki.bytes('form.p12'), '')).toEqual(['key-pass-phrase-wrong']);
    }
  });

  it.each([[['-nomac']], [['-nomac', '-legacy']]])(
    'tells a wrong pass phrase also where its padding is right by chance: %j',
    (options) => {
      pki.p12('rsa', { file: 'chance', flags: [...options, '-iter', '1'] });
      const bytes = pki.bytes('chance.p12');
      const told = new Set(Array.from({ length: 1500 }, (_, index) => opened(bytes, `қате ${index}`).join()));
      expect([...told]).toEqual(['key-pass-phrase-wrong']);
    },
  );

  it('opens one without a pass phrase', () => {
    pki.openssl('pkcs12', '-export', '-inkey', 'rsa.key', '-in', 'rsa.pem', '-passout', 'pass:', '-out', 'open.p12');
    expect(opened(pki.bytes('open.p12'), '')).toEqual(['signs', 'rsa', 'sha256']);
  });

  it('tells what is no key file, cut at any place or with any octet changed, and never throws', () => {
    pki.p12('rsa', { file: 'quick', flags: ['-iter', '1', '-maciter'] });
    const whole = pki.bytes('quick.p12');
    expect(opened(Buffer.alloc(0))).toEqual(['key-broken']);
    expect(opened(Buffer.from('-----BEGIN PRIVATE KEY-----'))).toEqual(['key-broken']);
    expect(opened(Buffer.from('3080'.repeat(5000), 'hex'))).toEqual(['key-broken']);
    expect(opened(Buffer.from(`3084ffffffff`, 'hex'))).toEqual(['key-broken']);
    for (let length = 1; length < whole.length; length += 97)
      expect(opened(whole.subarray(0, length))).toEqual(['key-broken']);
    for (let at = 0; at < whole.length; at += 41) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 0x55;
      expect(opened(changed)).toEqual([expect.stringMatching(/^key-/)]);
    }
  });

  it('tells a cipher that it does not have', () => {
    pki.p12('rsa', { file: 'form', flags: ['-keypbe', 'CAMELLIA-256-CBC', '-certpbe', 'CAMELLIA-256-CBC'] });
    expect(opened(pki.bytes('form.p12'))).toEqual(['key-cipher-unknown']);
  });

  it('tells a file without key, without certificate, with several keys', () => {
    const pass = ['-passout', `pass:${passPhrase}`];
    pki.openssl('pkcs12', '-export', '-nokeys', '-in', 'ca.pem', ...pass, '-out', 'none.p12');
    expect(opened(pki.bytes('none.p12'))).toEqual(['key-none']);
    pki.openssl('pkcs12', '-export', '-nocerts', '-inkey', 'rsa.key', ...pass, '-out', 'bare.p12');
    expect(opened(pki.bytes('bare.p12'))).toEqual(['certificate-none']);
    const file = openKeyFile('key.p12', pki.bytes('bare.p12'), passPhrase);
    if (!file.ok) throw new Error('not opened');
    const twice = signingKeyOf('key.p12', { ...file.value, keys: [...file.value.keys, ...file.value.keys] }, now);
    expect(twice.findings).toMatchObject([{ code: 'key-several', args: { count: 2 } }]);
  });

  it('tells a certificate of another key, whatever else the file holds', () => {
    pki.key('other');
    pki.certify('other');
    const file = openKeyFile('key.p12', pki.bytes('bare.p12'), passPhrase);
    pki.p12('other');
    const other = openKeyFile('key.p12', pki.bytes('other.p12'), passPhrase);
    if (!file.ok || !other.ok) throw new Error('not opened');
    const mixed = { keys: file.value.keys, certificates: other.value.certificates };
    expect(signingKeyOf('key.p12', mixed, now).findings).toMatchObject([{ code: 'certificate-of-another-key' }]);
  });

  it('takes the certificate of the key though others stand before it, and of two the later one', () => {
    pki.certify('later', { key: 'rsa', from: '20210101000000Z' });
    const certificates = ['ca', 'rsa', 'later'].map((name) =>
      pki.openssl('x509', '-in', `${name}.pem`, '-outform', 'DER'),
    );
    const file = openKeyFile('key.p12', pki.bytes('bare.p12'), passPhrase);
    if (!file.ok) throw new Error('not opened');
    const key = signingKeyOf('key.p12', { ...file.value, certificates }, now);
    expect(key.ok && key.value.certificate.der.equals(certificates[2] ?? Buffer.alloc(0))).toBe(true);
  });

  it('tells a certificate that is over, or has not begun', () => {
    pki.certify('old', { key: 'rsa', from: '20200101000000Z', to: '20210101000000Z' });
    pki.p12('old', { key: 'rsa' });
    expect(opened(pki.bytes('old.p12'))).toEqual(['certificate-expired']);
    expect(opened(pki.bytes('old.p12'), passPhrase, '2019-12-31T23:59:59+00:00')).toEqual([
      'certificate-not-yet-valid',
    ]);
    expect(opened(pki.bytes('old.p12'), passPhrase, '2020-06-01T00:00:00+06:00')).toEqual(['signs', 'rsa', 'sha256']);
  });

  it('tells a key that is not for signing, or perhaps for logging in', () => {
    const make = (usage: string): readonly string[] => {
      pki.certify('use', { key: 'rsa', extensions: `keyUsage=critical,${usage}` });
      pki.p12('use', { key: 'rsa' });
      return opened(pki.bytes('use.p12'));
    };
    expect(make('keyEncipherment')).toEqual(['certificate-not-for-signing']);
    expect(make('digitalSignature,keyEncipherment')).toEqual(['signs', 'rsa', 'sha256', 'certificate-for-logging-in']);
  });

  it.each([
    ['ed25519', 'key-kind-unknown', []],
    ['ec:secp256k1', 'key-kind-unknown', []],
    // The numbers of P-256 in the place of its name: openssl and NSS refuse the certificate.
    ['ec:P-256', 'key-kind-unknown', ['-pkeyopt', 'ec_param_enc:explicit']],
    ['rsa:1024', 'key-short', []],
  ] as const)('refuses a key of the kind %s (%s)', (kind, code, more) => {
    pki.key('odd', kind, ...more);
    pki.certify('odd');
    pki.p12('odd');
    expect(opened(pki.bytes('odd.p12'))).toEqual([code]);
  });

  it('knows the national algorithms by name', () => {
    // PKCS #8 of a key of the arc 1.2.398 (Kazakhstan): version, algorithm, octets.
    const key = Buffer.from('3018020100300c06082a830e030a0101010500' + '0405' + '0102030405', 'hex');
    const certificate = pki.openssl('x509', '-in', 'rsa.pem', '-outform', 'DER');
    const outcome = signingKeyOf('key.p12', { keys: [key], certificates: [certificate] }, now);
    expect(outcome.findings).toMatchObject([{ code: 'key-national', args: { algorithm: '1.2.398.3.10.1.1.1' } }]);
  });

  it('reads a file of which openssl left the lengths open', () => {
    // BER: the outermost sequence with an indefinite length, as some programs write it.
    pki.p12('rsa', { file: 'form', flags: [] });
    const whole = pki.bytes('form.p12');
    const open = Buffer.concat([Buffer.from([0x30, 0x80]), whole.subarray(4), Buffer.from([0, 0])]);
    writeFileSync(pki.path('ber.p12'), open);
    expect(opened(open)).toEqual(['signs', 'rsa', 'sha256']);
  });
});
