import { existsSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { checkLibrary, mendSpacing } from '../check/index.ts';
import { diagnostic, type Diagnostic } from '../diagnostics/index.ts';
import { mendScalars, readTree } from '../source/index.ts';
import { writeAtomic } from '../store/index.ts';
import type { CaseUnit } from './case-unit.ts';
import { addressesIn, loadLibrary, selectAddresses } from './regulations.ts';

export interface CheckReport {
  readonly findings: readonly Diagnostic[];
  readonly acts: number;
  readonly regulations: number;
}

/** Sister services are always loaded with the chosen ones, because some rules compare; only the chosen are reported. */
function checkRegulations(root: string, selectors: readonly string[]): CheckReport {
  const chosen = selectAddresses(root, selectors);
  if (!chosen.ok) return { findings: chosen.findings, acts: 0, regulations: 0 };
  const acts = new Set(chosen.value.map((address) => address.split('/')[0]));
  const sisters = addressesIn(root).filter((address) => acts.has(address.split('/')[0]));
  const { library, findings } = loadLibrary(root, sisters);
  const wanted = new Set(chosen.value);
  const files = new Set(library.regulations.filter(({ address }) => wanted.has(address)).map(({ tree }) => tree.file));
  for (const { tree } of library.acts) files.add(tree.file);
  const found = checkLibrary(library).filter(({ at }) => at === undefined || files.has(at.file));
  return { findings: [...findings, ...found], acts: library.acts.length, regulations: wanted.size };
}

/** Cases as `render` would see them, up to the page; the templates and the law that they rest on with them. */
async function checkCases(root: string, paths: readonly string[]): Promise<Diagnostic[]> {
  const [
    { caseFiles },
    { caseUnits },
    { tableContext },
    { located, readUnit },
    { Surroundings, situationOf },
    { planDocuments },
  ] = await Promise.all([
    import('./case-files.ts'),
    import('./case-units.ts'),
    import('./table-context.ts'),
    import('./case-unit.ts'),
    import('./situation.ts'),
    import('../document/index.ts'),
  ]);
  const { files, findings } = caseFiles(paths);
  const surroundings = new Surroundings(root);
  findings.push(...surroundings.findings);
  const found = (unit: CaseUnit): readonly Diagnostic[] => {
    const read = readUnit(unit);
    const situation = read.ok ? situationOf(read.value, surroundings) : read;
    if (!situation.ok) return [...read.findings, ...situation.findings];
    const plan = planDocuments(situation.value);
    return [...read.findings, ...plan.findings, ...plan.documents.flatMap((one) => one.findings)];
  };
  for await (const reading of caseUnits(files, () => tableContext(root))) {
    if (reading.kind === 'fault') findings.push(...reading.findings);
    else if (reading.kind === 'case') findings.push(...found(reading.unit).map((one) => located(one, reading.unit)));
  }
  return findings;
}

/** Templates and entries of law of a root, without any case. */
async function checkTemplates(root: string): Promise<Diagnostic[]> {
  const { Surroundings } = await import('./situation.ts');
  return [...new Surroundings(root).findings];
}

/** What stands at the paths, with the parts and words that all templates share; and the fields that each template needs. */
async function checkChosen(root: string, paths: readonly string[]): Promise<Diagnostic[]> {
  const { Surroundings } = await import('./situation.ts');
  const { findings, templates } = new Surroundings(root);
  const chosen = paths.map((path) => resolve(path).replace(/\.(?:hbs|yaml)$/, ''));
  const isChosen = (file: string): boolean => chosen.some((path) => isUnder(path, resolve(file)));
  const shared = resolve(root, 'templates', 'partials');
  const found = findings.filter(({ at }) => !at || isChosen(at.file) || isUnder(shared, resolve(at.file)));
  const fields = templates.templates
    .all()
    .filter(({ file }) => isChosen(file))
    .map((template) => {
      const names = new Set(template.fields.map((path) => path.join('.').replaceAll('.[]', '[]')));
      return diagnostic('template-fields', { fields: [...names].join(', ') }, { file: template.file });
    });
  return [...found, ...fields];
}

/** Whether a file is the one named (without its ending), or stands in the folder named. */
const isUnder = (path: string, file: string): boolean =>
  file === path || file.startsWith(`${path}.`) || file.startsWith(`${path}${sep}`);

const isOf = (root: string, folder: string, path: string): boolean => resolve(path).startsWith(resolve(root, folder));

/**
 * Checks what the paths mean: regulations by address, act, file or folder; templates and law by their folders; any
 * other file or folder that exists holds cases. Without paths: all regulations, templates and law of the root.
 */
export async function check(root: string, paths: readonly string[]): Promise<CheckReport> {
  const templates = paths.filter((path) => isOf(root, 'templates', path) || isOf(root, 'law', path));
  const cases = paths.filter(
    (path) => !templates.includes(path) && existsSync(path) && !isOf(root, 'regulations', path),
  );
  const selectors = paths.filter((path) => !templates.includes(path) && !cases.includes(path));
  const report =
    paths.length === 0 || selectors.length > 0
      ? checkRegulations(root, selectors)
      : { findings: [], acts: 0, regulations: 0 };
  // A root of regulations alone has no templates and no law of its own to check.
  const whole = paths.length === 0 && existsSync(join(root, 'templates'));
  const ofTemplates = whole
    ? await checkTemplates(root)
    : templates.length > 0
      ? await checkChosen(root, templates)
      : [];
  const ofCases = cases.length > 0 ? await checkCases(root, cases) : [];
  return { ...report, findings: [...report.findings, ...ofTemplates, ...ofCases] };
}

/** Mends what is certain (spaces) in the files of the chosen regulations. Returns how many texts were mended. */
export function fix(
  root: string,
  paths: readonly string[],
): { readonly mended: number; readonly findings: readonly Diagnostic[] } {
  const chosen = selectAddresses(root, paths);
  if (!chosen.ok) return { mended: 0, findings: chosen.findings };
  let mended = 0;
  const findings: Diagnostic[] = [];
  for (const address of chosen.value) {
    const tree = readTree(join(root, 'regulations', `${address}.yaml`));
    if (!tree.ok) {
      findings.push(...tree.findings);
      continue;
    }
    const result = mendScalars(tree.value.text, mendSpacing);
    if (result.mended === 0) continue;
    const written = writeAtomic(tree.value.file, result.text);
    if (written.ok) mended += result.mended;
    else findings.push(...written.findings);
  }
  return { mended, findings };
}
