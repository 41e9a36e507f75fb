// Loaded before the program: measures the time in calls that read and write files, and writes it with the use of memory at the end.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';

const names = [
  'openSync',
  'writeSync',
  'closeSync',
  'renameSync',
  'fsyncSync',
  'rmSync',
  'mkdirSync',
  'readFileSync',
  'statSync',
  'readSync',
  'readdirSync',
  'appendFileSync',
  'writeFileSync',
  'existsSync',
  'lstatSync',
  'unlinkSync',
];
let within = 0;
let inside = false;
for (const name of names) {
  const original = fs[name];
  fs[name] = function timed(...args) {
    if (inside) return original.apply(this, args);
    inside = true;
    const begin = performance.now();
    try {
      return original.apply(this, args);
    } finally {
      within += performance.now() - begin;
      inside = false;
    }
  };
}
syncBuiltinESMExports();

const write = fs.writeFileSync;
if (isMainThread)
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    const seconds = performance.now() / 1000;
    write(
      process.env.USAGE_FILE,
      JSON.stringify({
        seconds,
        cpu: (userCPUTime + systemCPUTime) / 1e6,
        files: within / 1000,
        megabytes: maxRSS / 1024,
      }),
    );
  });
