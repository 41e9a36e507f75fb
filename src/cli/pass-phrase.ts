import { readSync } from 'node:fs';
import { diagnostic, failure, success, type Outcome } from '../diagnostics/index.ts';
import { exit } from './exit.ts';
import { say } from './locale.ts';
import { words } from './words/signing.ts';

const variable = 'REGLAMENT_PASS_PHRASE';
/** No pass phrase is longer; whoever writes more has given another file. */
const longest = 4096;

/** The first line that a file descriptor gives. */
export function passPhraseFrom(descriptor: number): Outcome<string> {
  const bytes = Buffer.alloc(longest);
  let length = 0;
  try {
    for (let read = 1; read > 0 && length < longest && !bytes.subarray(0, length).includes(0x0a); length += read)
      read = readSync(descriptor, bytes, length, longest - length, null);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return failure([diagnostic('pass-phrase-unreadable', { descriptor, reason })]);
  }
  return success((bytes.subarray(0, length).toString('utf8').split('\n')[0] ?? '').replace(/\r$/, ''));
}

/** What a key that was pressed does to what was typed so far; undefined where the line is finished. */
function typed(text: string, key: string): string | undefined {
  if (key === '\r' || key === '\n' || key === '\u0004') return undefined;
  if (key === '\u007F' || key === '\b') return [...text].slice(0, -1).join('');
  if (key === '\u0015') return '';
  return key < ' ' ? text : text + key;
}

/** Asks on the terminal; nothing of what is typed is shown. Ctrl+C ends the program. */
export function askPassPhrase(file: string): Promise<string> {
  const { stdin, stderr } = process;
  // First: what is typed between the question and this would be shown.
  stdin.setRawMode(true);
  stderr.write(say(words.ask, { file }));
  stdin.setEncoding('utf8');
  stdin.resume();
  return new Promise((resolve) => {
    let text = '';
    const finish = (): void => {
      stdin.off('data', take);
      stdin.setRawMode(false);
      stdin.pause();
      stderr.write('\n');
    };
    const take = (data: string): void => {
      // Arrows and their kind come as sequences that begin with an escape.
      for (const key of data.replace(/\u001B\[?[0-9;]*[A-Za-z~]?/g, '')) {
        if (key === '\u0003') {
          finish();
          process.exit(exit.interrupted);
        }
        const next = typed(text, key);
        if (next === undefined) {
          finish();
          resolve(text);
          return;
        }
        text = next;
      }
    };
    stdin.on('data', take);
  });
}

export const canAsk = (): boolean => process.stdin.isTTY === true && process.stderr.isTTY === true;

/**
 * The pass phrase in the environment, which is taken away from there, so that no program that is started later inherits it;
 * undefined where there is none.
 */
export function takePassPhrase(): string | undefined {
  const value = process.env[variable];
  Reflect.deleteProperty(process.env, variable);
  return value;
}
