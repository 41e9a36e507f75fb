import { fork } from 'node:child_process';
import type { CaseResult, Share } from './render-batch.ts';

const isResults = (message: unknown): message is CaseResult[] => Array.isArray(message);

/**
 * Runs this program again for a share of the cases and takes its results. `program` is the file of the program, `args` its
 * words; a process that dies without results is our bug, and is thrown as one.
 */
export const runShare =
  (program: string, args: readonly string[]) =>
  ({ index, of }: Share): Promise<CaseResult[]> =>
    new Promise((resolve, reject) => {
      let results: CaseResult[] | undefined;
      const child = fork(program, [...args, '--share', `${index}/${of}`], {
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      child.on('message', (message) => {
        if (isResults(message)) results = message;
      });
      child.on('error', reject);
      child.on('exit', (code) => {
        if (results) resolve(results);
        else reject(new Error(`a worker ended with ${code ?? 'a signal'} and without results`));
      });
    });
