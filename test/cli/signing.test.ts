import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exampleWith, freshFolder } from '../helpers/cases.ts';
import { deadAddress, hasOpenssl, passPhrase, Pki, startTsa } from '../helpers/pki.ts';
import { has } from '../helpers/programs.ts';

const bin = resolve('dist/cli.js');
const dead = await deadAddress();
const time = ['--sign-time', '2021-11-25T15:19:07'];

describe.skipIf(!hasOpenssl())('reglament render --sign (needs openssl)', { timeout: 120_000 }, () => {
  const pki = new Pki();
  pki.key('rsa', 'rsa:2048');
  pki.certify('rsa');
  const key = pki.p12('rsa');
  const cases = freshFolder();
  const names = ['knb46-cryptography-licence', 'zhambyl62-scrap-metal-licence'];
  for (const name of names) writeFileSync(join(cases, `${name}.yaml`), exampleWith(name, { specimen: false }));

  const envOf = (more: Readonly<Record<string, string>> = {}) => ({
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? '',
    LANG: 'C',
    ...more,
  });
  const withPass = { REGLAMENT_PASS_PHRASE: passPhrase };

  function reglament(args: readonly string[], env: Readonly<Record<string, string>> = withPass) {
    const { stdout, stderr, status } = spawnSync(process.execPath, [bin, ...args], { env: envOf(env), encoding: 'utf8' });
    return { stdout, stderr, status };
  }
  const hashesIn = (folder: string): Record<string, string> =>
    Object.fromEntries(
      readdirSync(folder)
        .filter((name) => /\.(pdf|cms)$/.test(name))
        .map((name) => [name, createHash('sha256').update(readFileSync(join(folder, name))).digest('hex')]),
    );

  it('takes the pass phrase from the environment or a descriptor, signs the same bytes on any number of threads, and says who signed', () => {
    const out = freshFolder();
    const made = reglament(['render', cases, '--out', out, '--sign', key, ...time]);
    expect(made.status).toBe(0);
    expect(made.stdout).toMatch(/2 signed by ӨТЕҒҰЛОВ ҰЛАН ҺАМИТҰЛЫ \(certificate [0-9A-F]+\), 25\.11\.2021, 15:19:07 \(UTC\+06:00\)/);
    const phrase = join(freshFolder(), 'phrase');
    writeFileSync(phrase, `${passPhrase}\n`);
    const other = freshFolder();
    const args = [bin, 'render', cases, '--out', other, '--jobs', '2', '--sign', key, '--pass-fd', '3', ...time];
    const run = spawnSync(process.execPath, args, { env: envOf(), stdio: ['ignore', 'pipe', 'pipe', openSync(phrase, 'r')] });
    expect(run.status).toBe(0);
    expect(hashesIn(other)).toEqual(hashesIn(out));
    const checked = reglament(['verify', ...Object.keys(hashesIn(out)).map((name) => join(out, name)), '--ca', pki.path('ca.pem'), '--manifest', join(out, 'manifest.json')]);
    expect(checked.stderr).toBe('');
    expect(checked.stdout.match(/the certificate leads to «Сынақ куәландырушы орталығы»/g)).toHaveLength(2);
    expect(checked.stdout.match(/stands in the manifest/g)).toHaveLength(2);
  });

  it.each([
    ['without a pass phrase', ['--sign', key], {}, 2, 'asks for a pass phrase'],
    ['with a wrong one', ['--sign', key], { REGLAMENT_PASS_PHRASE: 'x' }, 1, 'does not open the key file'],
    ['with a closed descriptor', ['--sign', key, '--pass-fd', '77'], {}, 1, 'EBADF'],
    ['with no such file', ['--sign', '/no/such.p12'], withPass, 1, 'there is no'],
    ['with a key and a program', ['--sign', key, '--sign-command', 'x'], withPass, 2, 'exclude each other'],
    ['with a program and no certificate', ['--sign-command', 'x'], {}, 2, '--sign-certificate'],
    ['with a time stamp and no key', ['--tsa', 'http://x/'], {}, 2, '--tsa is used together with --sign'],
    ['with an address that is none', ['--sign', key, '--tsa', 'tsa'], withPass, 2, '--tsa'],
    ['with a secret in an address', ['--sign', key, '--tsa', 'http://me:secret@x/'], withPass, 2, '--tsa'],
    ['at a time to come', ['--sign', key, '--sign-time', '2048-01-01T10:00'], withPass, 2, 'it is only'],
    ['at a time that is none', ['--sign', key, '--sign-time', '2025-02-30T10:00'], withPass, 2, '--sign-time'],
    ['when the authority is down', ['--sign', key, '--tsa', dead], withPass, 3, 'ECONNREFUSED'],
    ['when the program is not there', ['--sign-command', '/no/program', '--sign-certificate', pki.path('rsa.pem')], {}, 3, 'could not be started'],
  ] as const)('signs nothing %s', (_, args, env, status, words) => {
    const out = freshFolder();
    const run = reglament(['render', cases, '--out', out, ...args], env);
    expect(run.status).toBe(status);
    expect(run.stderr).toContain(words);
    expect(readdirSync(out).filter((name) => name !== 'manifest.json')).toEqual([]);
  });

  it('hands no pass phrase on to the program that signs', () => {
    const env = join(freshFolder(), 'env');
    const program = `${process.execPath} -e "fs.writeFileSync('${env}', JSON.stringify(process.env)); process.exit(1)"`;
    reglament(['render', cases, '--out', freshFolder(), '--sign-command', program, '--sign-certificate', pki.path('rsa.pem')]);
    const seen: unknown = JSON.parse(readFileSync(env, 'utf8'));
    expect(seen).toHaveProperty('REGLAMENT_DOCUMENT');
    expect(seen).not.toHaveProperty('REGLAMENT_PASS_PHRASE');
  });

  it.skipIf(!has('ps')).each([['1', 'SIGTERM'], ['2', 'SIGHUP']] as const)('interrupted on %s threads by %s, ends the programs that sign and what they started (needs ps)', async (jobs, signal) => {
    const mark = `reglament-${process.pid}-${jobs}`;
    const program = `sh -c 'sleep 60 # ${mark}\nsleep 61 # ${mark}'`;
    const args = ['render', cases, '--out', freshFolder(), '--jobs', jobs, '--sign-command', program, '--sign-certificate', pki.path('rsa.pem')];
    const child = spawn(process.execPath, [bin, ...args], { env: envOf(), stdio: 'ignore' });
    const ended = new Promise((done) => child.on('exit', done));
    const running = (): number => spawnSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).stdout.split('\n').filter((line) => line.startsWith('sh -c') && line.includes(mark)).length;
    await expect.poll(running, { timeout: 60_000 }).toBe(Number(jobs));
    child.kill(signal);
    expect(await ended).toBe(signal === 'SIGTERM' ? 143 : 129);
    await expect.poll(running, { timeout: 5000 }).toBe(0);
  });

  it('has its documents stamped by an authority on the loopback', async () => {
    const tsa = await startTsa(pki);
    const out = freshFolder();
    const args = [bin, 'render', cases, '--out', out, '--sign', key, '--tsa', tsa.url, '--jobs', '2'];
    const child = spawn(process.execPath, args, { env: envOf(withPass), stdio: 'ignore' });
    const status = await new Promise((done) => child.on('exit', done));
    await tsa.stop();
    expect(status).toBe(0);
    const { stdout } = reglament(['verify', ...Object.keys(hashesIn(out)).map((name) => join(out, name)), '--ca', pki.path('ca.pem')]);
    expect(stdout.match(/time stamp: .* Уақыт белгісі, which leads to a trusted certificate/g)).toHaveLength(2);
  });

  it.skipIf(!has('python3'))('asks on a terminal without showing what is typed, and once more after a mistake (needs python3)', () => {
    const out = freshFolder();
    const args = [process.execPath, bin, 'render', join(cases, `${names[0]}.yaml`), '--out', out, '--sign', key, ...time];
    // A terminal: types a wrong pass phrase, then the right one with a letter taken back; prints all that the terminal showed.
    const script = `
import os, pty, sys, json, select
args, phrases = json.loads(sys.argv[1])
pid, fd = pty.fork()
if pid == 0: os.execv(args[0], args)
seen = b''
while True:
    try: data = os.read(fd, 4096)
    except OSError: break
    if not data: break
    seen += data
    if phrases and seen.count(b'Pass phrase of') > 2 - len(phrases): os.write(fd, phrases.pop(0).encode())
sys.stdout.buffer.write(seen)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`;
    const typed = ['қате\r', `${passPhrase}ң\u007f\r`];
    const run = spawnSync('python3', ['-c', script, JSON.stringify([args, typed])], { env: envOf(), encoding: 'utf8' });
    expect(run.stdout).toContain('Once more');
    expect(run.stdout.match(/Pass phrase of/g)).toHaveLength(2);
    expect(run.stdout).not.toMatch(/қате|құпия/);
    expect(run.status).toBe(0);
    expect(Object.keys(hashesIn(out))).toHaveLength(1);
  });
});
