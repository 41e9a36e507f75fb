import { accessSync, constants, existsSync, mkdirSync, rmdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/index.ts';
import { addressesIn, loadLibrary } from './regulations.ts';

/** One thing that the work needs. `detail` says what was found, the findings what is missing and what to do. */
export interface Examined {
  readonly what: 'node' | 'data' | 'fonts' | 'browser' | 'output';
  readonly works: boolean;
  readonly detail: string;
  readonly findings: readonly Diagnostic[];
}

const nodeNeeded = [20, 19] as const;

function examineNode(): Examined {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const works = major > nodeNeeded[0] || (major === nodeNeeded[0] && minor >= nodeNeeded[1]);
  return { what: 'node', works, detail: `${process.version} (${process.platform} ${process.arch})`, findings: [] };
}

function examineData(root: string): Examined {
  const addresses = addressesIn(root);
  const { library, findings } = loadLibrary(root, addresses);
  const works = findings.length === 0 && addresses.length > 0;
  return {
    what: 'data',
    works,
    detail: `${resolve(root)}: ${library.acts.length} / ${library.regulations.length}`,
    findings,
  };
}

async function examineFonts(): Promise<Examined> {
  try {
    const { loadFonts } = await import('../pdf/index.ts');
    const faces = Object.keys(loadFonts());
    return { what: 'fonts', works: faces.length > 0, detail: 'Tinos, PT Sans', findings: [] };
  } catch (error) {
    return {
      what: 'fonts',
      works: false,
      detail: error instanceof Error ? error.message : String(error),
      findings: [],
    };
  }
}

async function examineBrowser(): Promise<Examined> {
  const { findBrowser, launchBrowser } = await import('../render/index.ts');
  const program = findBrowser();
  if (!program.ok) return { what: 'browser', works: false, detail: '—', findings: program.findings };
  const browser = await launchBrowser(program.value, 30_000);
  if (!browser.ok)
    return { what: 'browser', works: false, detail: program.value.executable, findings: browser.findings };
  const version = await browser.value.version();
  await browser.value.close();
  return { what: 'browser', works: true, detail: `${version} — ${program.value.executable}`, findings: [] };
}

/** Whether a folder can be written, without leaving anything behind. */
function examineOutput(folder: string): Examined {
  let there = resolve(folder);
  while (!existsSync(there)) there = dirname(there);
  const probe = join(there, `.reglament-${process.pid}`);
  try {
    accessSync(there, constants.W_OK);
    mkdirSync(probe);
    rmdirSync(probe);
    return { what: 'output', works: true, detail: resolve(folder), findings: [] };
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return { what: 'output', works: false, detail: `${resolve(folder)}: ${reason}`, findings: [] };
  }
}

/** Looks at everything the work needs on this machine; nothing is changed. */
export async function doctor(root: string, out: string): Promise<Examined[]> {
  return [examineNode(), examineData(root), await examineFonts(), await examineBrowser(), examineOutput(out)];
}
