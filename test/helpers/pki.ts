import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { has } from './programs.ts';

/** An authority, signers and a time stamp authority of the test's own, made by openssl: a program that is not ours. */
export const hasOpenssl = (): boolean => has('openssl');

export const signerName = { CN: 'ӨТЕҒҰЛОВ ҰЛАН', GN: 'ҺАМИТҰЛЫ', O: '«Сынақ» мемлекеттік мекемесі' } as const;
export const authorityName = 'Сынақ куәландырушы орталығы';
/** The pass phrase of every key file here: letters of Kazakh, so that its encoding is tried too. */
export const passPhrase = 'құпия сөз 1';

const subjectOf = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .map(([name, value]) => `/${name}=${value}`)
    .join('');

export class Pki {
  readonly folder = mkdtempSync(join(tmpdir(), 'reglament-pki-'));

  constructor() {
    this.key('ca');
    const extensions = 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign';
    this.certify('ca', { subject: { C: 'KZ', O: 'Test', CN: authorityName }, extensions });
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  bytes(name: string): Buffer {
    return readFileSync(this.path(name));
  }

  openssl(...args: readonly string[]): Buffer {
    return execFileSync('openssl', args, {
      cwd: this.folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    });
  }

  /** A key; `kind` as openssl names it: `rsa:2048`, `ec:P-256`, `ed25519`; `options` as openssl takes them. */
  key(name: string, kind = 'ec:P-256', ...more: readonly string[]): void {
    const [algorithm = '', detail = ''] = kind.split(':');
    const options =
      algorithm === 'rsa'
        ? ['-pkeyopt', `rsa_keygen_bits:${detail}`]
        : detail
          ? ['-pkeyopt', `ec_paramgen_curve:${detail}`]
          : [];
    this.openssl('genpkey', '-algorithm', algorithm, ...options, ...more, '-out', `${name}.key`);
  }

  /** A certificate for a key, by the authority or by `issuer`; `days` may be given as openssl dates. */
  certify(
    name: string,
    options: {
      readonly subject?: Readonly<Record<string, string>>;
      readonly extensions?: string;
      readonly issuer?: string;
      readonly from?: string;
      readonly to?: string;
      readonly key?: string;
    } = {},
  ): void {
    const {
      subject = { C: 'KZ', ...signerName, serialNumber: 'IIN900101300017' },
      issuer = 'ca',
      key = name,
    } = options;
    const extensions =
      options.extensions ?? 'keyUsage=critical,digitalSignature,nonRepudiation\nbasicConstraints=CA:FALSE';
    writeFileSync(this.path(`${name}.ext`), `${extensions}\n`);
    writeFileSync(
      this.path(`${name}.cnf`),
      `[ca]\ndefault_ca=d\n[d]\ndatabase=${name}.db\nnew_certs_dir=.\nrand_serial=yes\ndefault_md=sha256\npolicy=p\nstring_mask=utf8only\nunique_subject=no\n[p]\nC=optional\nO=optional\nCN=supplied\nGN=optional\nserialNumber=optional\n`,
    );
    writeFileSync(this.path(`${name}.db`), '');
    this.openssl('req', '-new', '-utf8', '-key', `${key}.key`, '-out', `${name}.csr`, '-subj', subjectOf(subject));
    this.openssl(
      'ca',
      '-batch',
      '-utf8',
      '-config',
      `${name}.cnf`,
      ...(issuer === name ? ['-selfsign'] : ['-cert', `${issuer}.pem`]),
      '-keyfile',
      `${issuer}.key`,
      '-in',
      `${name}.csr`,
      '-out',
      `${name}.pem`,
      '-extfile',
      `${name}.ext`,
      '-notext',
      '-startdate',
      options.from ?? '20200101000000Z',
      '-enddate',
      options.to ?? '20491231235959Z',
    );
  }

  /** A key file: a certificate, its key (of the same name unless stated) and the certificate above it; `flags` of openssl. */
  p12(
    certificate: string,
    options: {
      readonly key?: string;
      readonly above?: string;
      readonly file?: string;
      readonly flags?: readonly string[];
    } = {},
  ): string {
    const { key = certificate, above = 'ca', file = certificate, flags = [] } = options;
    const content = ['-inkey', `${key}.key`, '-in', `${certificate}.pem`, '-certfile', `${above}.pem`];
    this.openssl('pkcs12', '-export', ...content, '-passout', `pass:${passPhrase}`, '-out', `${file}.p12`, ...flags);
    return this.path(`${file}.p12`);
  }

  /** What openssl signs by a key and a certificate: a detached CMS of a file. */
  sign(file: string, certificate: string, key = certificate, ...more: readonly string[]): Buffer {
    const sign = ['cms', '-sign', '-binary', '-cades', '-outform', 'DER', '-in', file];
    return this.openssl(...sign, '-signer', `${certificate}.pem`, '-inkey', `${key}.key`, ...more);
  }
}

/** The stamp that a time stamp authority gives for a query, by a key that may sign documents but may not stamp them. */
export function forgedStamp(pki: Pki, query: Buffer, signer: string): Buffer {
  makeTsa(pki);
  writeFileSync(pki.path('forged.tsq'), query);
  pki.openssl('ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'forged.tsq', '-token_out', '-out', 'genuine');
  pki.openssl('cms', '-verify', '-noverify', '-binary', '-inform', 'DER', '-in', 'genuine', '-out', 'info');
  const content = ['-nodetach', '-econtent_type', '1.2.840.113549.1.9.16.1.4', '-in', 'info'];
  const by = ['-signer', `${signer}.pem`, '-inkey', `${signer}.key`];
  return pki.openssl('cms', '-sign', '-binary', '-cades', ...content, ...by, '-outform', 'DER');
}

function makeTsa(pki: Pki): void {
  if (existsSync(pki.path('tsa.pem'))) return;
  pki.key('tsa');
  pki.certify('tsa', {
    subject: { C: 'KZ', CN: 'Уақыт белгісі' },
    extensions: 'extendedKeyUsage=critical,timeStamping\nkeyUsage=critical,digitalSignature',
  });
  writeFileSync(pki.path('tsa.serial'), '01\n');
  writeFileSync(
    pki.path('tsa.cnf'),
    '[tsa]\ndefault_tsa=t\n[t]\nserial=tsa.serial\nsigner_cert=tsa.pem\nsigner_key=tsa.key\nsigner_digest=sha256\ndefault_policy=1.2.3.4.1\ndigests=sha256,sha384,sha512\naccuracy=secs:1\ness_cert_id_alg=sha256\n',
  );
}

/** What an authority that does not do its work answers. */
export type TsaReply = (query: Buffer) => { readonly status?: number; readonly body: Buffer } | 'silence';

/** A time stamp authority on the loopback; `reply` replaces its answers. */
export async function startTsa(
  pki: Pki,
  reply?: TsaReply,
): Promise<{ readonly url: string; readonly server: Server; readonly stop: () => Promise<void> }> {
  makeTsa(pki);
  let count = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const query = Buffer.concat(chunks);
      const made = reply?.(query);
      if (made === 'silence') return;
      if (made) {
        response.writeHead(made.status ?? 200).end(made.body);
        return;
      }
      const name = `tsa-${count++}`;
      writeFileSync(pki.path(`${name}.tsq`), query);
      pki.openssl('ts', '-reply', '-config', 'tsa.cnf', '-queryfile', `${name}.tsq`, '-out', `${name}.tsr`);
      response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(pki.bytes(`${name}.tsr`));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { url: `http://127.0.0.1:${port}/`, server, stop };
}

/** An address at which nobody listens any more. */
export async function deadAddress(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`;
}
