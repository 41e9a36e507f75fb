import { execFileSync } from 'node:child_process';

/** Bundles the program once before the tests that run it as a user does. */
export function setup(): void {
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
}
