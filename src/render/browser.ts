import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Browser } from 'puppeteer';
import { diagnostic, failure, success, type Diagnostic, type Outcome } from '../diagnostics/index.ts';
import { unpackedBrowser } from './unpack.ts';

/** A browser that starts here: the program and what its environment must say. */
export interface BrowserProgram {
  readonly executable: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly origin: 'environment' | 'installed' | 'package';
}

const installed: Readonly<Record<string, readonly string[]>> = {
  linux: [
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

const missing = (reason: string): Diagnostic => diagnostic('browser-missing', { reason });
const reasonOf = (error: unknown): string =>
  error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);

function whyNotStarting(executable: string, environment: Readonly<Record<string, string>>): string | undefined {
  const run = spawnSync(executable, ['--version', '--no-sandbox'], {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
    timeout: 20_000,
  });
  if (run.status === 0) return undefined;
  return `${executable}: ${reasonOf(run.error ?? (run.stderr.trim() || `status ${String(run.status)}`))}`;
}

function fromPackage(): Outcome<BrowserProgram> {
  try {
    const unpacked = unpackedBrowser();
    if (unpacked === undefined) return failure([missing(`${process.platform}-${process.arch}`)]);
    const { executable, libraries } = unpacked;
    const alone = whyNotStarting(executable, {});
    if (alone === undefined) return success({ executable, environment: {}, origin: 'package' });
    const environment = { LD_LIBRARY_PATH: libraries };
    const helped = whyNotStarting(executable, environment);
    return helped === undefined ? success({ executable, environment, origin: 'package' }) : failure([missing(helped)]);
  } catch (error) {
    return failure([missing(reasonOf(error))]);
  }
}

/**
 * The browser that will draw: `PUPPETEER_EXECUTABLE_PATH`, else an installed Chromium or Chrome, else the one that
 * came with `@sparticuz/chromium`. A path given by the environment that is not there is a fault, never passed over.
 * Faults: `browser-missing`.
 */
export function findBrowser(): Outcome<BrowserProgram> {
  const named = process.env.PUPPETEER_EXECUTABLE_PATH;
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) return failure([missing(`PUPPETEER_EXECUTABLE_PATH = ${named}`)]);
    return success({ executable: named, environment: {}, origin: 'environment' });
  }
  const there = (installed[process.platform] ?? []).find((path) => existsSync(path));
  return there === undefined ? fromPackage() : success({ executable: there, environment: {}, origin: 'installed' });
}

/** Starts it with the flags under which every version draws the same bytes. Faults: `browser-missing`. */
export async function launchBrowser(program: BrowserProgram, protocolTimeout: number): Promise<Outcome<Browser>> {
  const { default: puppeteer } = await import('puppeteer');
  try {
    const browser = await puppeteer.launch({
      executablePath: program.executable,
      headless: 'shell',
      protocolTimeout,
      env: { ...process.env, ...program.environment },
      args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', '--disable-dev-shm-usage'],
    });
    return success(browser);
  } catch (error) {
    return failure([missing(`${program.executable}: ${reasonOf(error)}`)]);
  }
}
