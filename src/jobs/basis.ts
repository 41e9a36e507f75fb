import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot, readBytes, readText, sha256 } from '../store/index.ts';

/** The name and version of the program: the same template may be set otherwise by another. */
export function programVersion(): string {
  const text = readText(join(packageRoot(), 'package.json'));
  return text.ok ? (/"version": "([^"]+)"/.exec(text.value)?.[1] ?? '') : '';
}

const hashOf = (file: string): string => {
  const bytes = readBytes(file);
  return bytes.ok ? sha256(bytes.value) : '';
};

const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true })
        .map((name) => join(folder, String(name)))
        .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile())
        .sort()
    : [];

/**
 * What the documents of a service rest on besides their case, as a hash: templates, law, the act and the regulation, the
 * program, and the options of the run. Where it is the same as before, so is every document.
 */
export class Basis {
  private readonly shared: string;
  private readonly root: string;
  private readonly byService = new Map<string, string>();

  constructor(root: string, options: Readonly<Record<string, unknown>>) {
    this.root = root;
    const folders = [join('templates', 'documents'), join('templates', 'partials'), 'law'];
    const files = folders.flatMap((folder) => filesIn(join(root, folder)));
    files.push(join(root, 'templates', 'emblem.pdf'));
    const parts = files.map((file) => `${file.slice(root.length)} ${hashOf(file)}`);
    this.shared = sha256([programVersion(), JSON.stringify(options), ...parts].join('\n'));
  }

  of(service: string): string {
    const known = this.byService.get(service);
    if (known !== undefined) return known;
    const [act = ''] = service.split('/');
    const files = [join(act, 'act.yaml'), `${service}.yaml`].map((name) => join(this.root, 'regulations', name));
    const basis = sha256([this.shared, ...files.map(hashOf)].join('\n'));
    this.byService.set(service, basis);
    return basis;
  }
}
