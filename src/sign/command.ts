import { spawn } from 'node:child_process';
import { diagnostic, failure, success, type Outcome } from '../diagnostics/index.ts';
import { end, ended, hasGroup, started, type Running } from './running.ts';

/** A program outside that signs: what is to be signed goes to its input, the signature comes from its output. */
export interface SigningCommand {
  /** The program and its words; no shell reads them. */
  readonly words: readonly string[];
  readonly timeoutMs: number;
  /** Where the program stands while it runs, so that it ends with ours. */
  readonly running?: Running;
}

/** A signature with time stamps and lists of revoked certificates stays far below. */
const longestOutput = 1 << 20;
const longestComplaint = 2000;

/** The last line that a program complained with, on one line. */
const complaintOf = (text: string): string =>
  (text.trim().split('\n').at(-1) ?? '').replace(/[\u0000-\u001F\u007F]/g, ' ').slice(0, 200);

interface Ended {
  readonly output: Buffer;
  readonly complaint: string;
  readonly status: string;
}

/**
 * Runs the program with its whole family, so that nothing of it stays behind when its time is over. `document` is told to it as
 * REGLAMENT_DOCUMENT, so that it can show a person what is being signed.
 */
function run(
  { words, timeoutMs, running }: SigningCommand,
  input: Uint8Array,
  document: string,
): Promise<Outcome<Ended>> {
  const [program = '', ...args] = words;
  const fault = (code: 'sign-command-missing' | 'sign-command-silent' | 'sign-command-talkative', reason: string) =>
    code === 'sign-command-missing'
      ? failure([diagnostic(code, { program, reason })])
      : failure([diagnostic(code, { program, limit: reason })]);
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      env: { ...process.env, REGLAMENT_DOCUMENT: document },
      detached: hasGroup,
      stdio: 'pipe',
      windowsHide: true,
    });
    const output: Buffer[] = [];
    let length = 0;
    let complaint = '';
    const finish = (outcome: Outcome<Ended>): void => {
      clearTimeout(timer);
      ended(running, child.pid);
      resolve(outcome);
    };
    const giveUp = (outcome: Outcome<never>): void => {
      end(child.pid);
      finish(outcome);
    };
    const timer = setTimeout(() => giveUp(fault('sign-command-silent', String(timeoutMs / 1000))), timeoutMs);
    started(running, child.pid);
    child.on('error', (error) => {
      const reason = 'code' in error ? String(error.code) : error.message;
      finish(fault('sign-command-missing', reason));
    });
    child.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > longestOutput) giveUp(fault('sign-command-talkative', String(longestOutput)));
      else output.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      complaint = `${complaint}${chunk.toString('utf8')}`.slice(-longestComplaint);
    });
    child.on('close', (code, signal) =>
      finish(
        success({ output: Buffer.concat(output), complaint, status: code === null ? String(signal) : String(code) }),
      ),
    );
    // A program that ends without reading all is judged by how it ended.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

/**
 * Has a program sign: gives what it wrote. Faults: `sign-command-missing`, `sign-command-silent`, `sign-command-talkative`,
 * `sign-command-failed`.
 */
export async function signByCommand(
  command: SigningCommand,
  bytes: Uint8Array,
  document: string,
): Promise<Outcome<Buffer>> {
  const ended = await run(command, bytes, document);
  if (!ended.ok) return ended;
  const { output, complaint, status } = ended.value;
  if (status === '0' && output.length > 0) return success(output);
  const said = complaintOf(complaint) || '—';
  return failure([diagnostic('sign-command-failed', { program: command.words[0] ?? '', status, said })]);
}
