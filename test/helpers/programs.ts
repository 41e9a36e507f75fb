import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

/** Whether a program of the system is there; tests that need one skip visibly where it is not. */
export const has = (program: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));

export const run = (program: string, ...args: readonly string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 26 });

// The checker's jar lacks these; Debian's libjaxb-java brings them.
const jaxb = [
  'jaxb-api',
  'jaxb-runtime',
  'jaxb-core',
  'jaxb-impl',
  'txw2',
  'istack-commons-runtime',
  'stax-ex',
  'FastInfoset',
  'javax.activation',
];
const jars = jaxb.map((name) => `/usr/share/java/${name}.jar`);
const veraPdf = resolve('node_modules/@opendataloader/pdf/lib/opendataloader-pdf-cli.jar');

/** veraPDF: the package @opendataloader/pdf holds it; it needs `apt-get install default-jdk-headless libjaxb-java`. */
export const hasVeraPdf = (): boolean => has('javac') && [veraPdf, ...jars.slice(0, 4)].every((jar) => existsSync(jar));

export interface Verdict {
  readonly file: string;
  readonly profile: string;
  readonly passes: boolean;
  readonly checks: number;
  readonly faults: readonly string[];
}

/** Asks veraPDF about files; the profiles are 3a, 2b, ua1 … One Java process for all of them. */
export function veraPdfVerdicts(
  files: readonly { readonly file: string; readonly profiles: readonly string[] }[],
): Verdict[] {
  const classPath = [...jars, veraPdf].join(delimiter);
  const wanted = files.map(({ file, profiles }) => `${file}=${profiles.join(',')}`);
  const output = run('java', '-Xmx512m', '-cp', classPath, resolve('test/helpers/VeraCheck.java'), ...wanted);
  return output
    .split('\n')
    .filter((line) => line.includes('\t'))
    .map((line) => {
      const [file = '', profile = '', verdict = '', checks = '', ...faults] = line.split('\t');
      return { file, profile, passes: verdict === 'pass', checks: Number(checks), faults };
    });
}
