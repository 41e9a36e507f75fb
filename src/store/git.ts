import { spawnSync } from 'node:child_process';
import { diagnostic, failure, success, type Outcome } from '../diagnostics/index.ts';

/** A commit of a repository: `top` is its folder, `commit` the full hash, `rev` as the user wrote it. */
export interface Revision {
  readonly top: string;
  readonly commit: string;
  readonly rev: string;
}

/** Beyond this a file is no text of a regulation. */
const MOST = 1 << 26;

type Answer = { readonly ok: boolean; readonly out: Buffer; readonly said: string };

function git(folder: string, ...args: readonly string[]): Outcome<Answer> {
  const env = { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' };
  const done = spawnSync('git', ['-C', folder, ...args], { env, maxBuffer: MOST });
  if (done.error) {
    const reason = 'code' in done.error ? String(done.error.code) : done.error.message;
    return failure([diagnostic('git-missing', { reason })]);
  }
  return success({ ok: done.status === 0, out: done.stdout, said: done.stderr.toString().split('\n')[0] ?? '' });
}

/** The commit that a name means in the repository around a folder. Faults: `git-missing`, `repository-missing`, `revision-unknown`. */
export function revisionAt(folder: string, rev: string): Outcome<Revision> {
  const top = git(folder, 'rev-parse', '--show-toplevel');
  if (!top.ok) return top;
  if (!top.value.ok) return failure([diagnostic('repository-missing', { folder, reason: top.value.said })]);
  const commit = git(folder, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${rev}^{commit}`);
  if (!commit.ok) return commit;
  if (!commit.value.ok) return failure([diagnostic('revision-unknown', { rev })]);
  return success({ top: top.value.out.toString().trimEnd(), commit: commit.value.out.toString().trim(), rev });
}

/** What a path (from the top, with slashes) was in a commit. */
export function kindAt({ top, commit }: Revision, path: string): 'file' | 'folder' | undefined {
  const answer = git(top, 'cat-file', '-t', `${commit}:${path}`);
  if (!answer.ok || !answer.value.ok) return undefined;
  return { blob: 'file' as const, tree: 'folder' as const }[answer.value.out.toString().trim()];
}

/** The names in a folder of a commit, sorted. */
export function namesAt({ top, commit }: Revision, path: string): string[] {
  const answer = git(top, 'ls-tree', '--name-only', '-z', `${commit}:${path}`);
  if (!answer.ok || !answer.value.ok) return [];
  return answer.value.out.toString().split('\0').filter(Boolean).sort();
}

/** The bytes of a file of a commit. Faults: `file-missing`. */
export function bytesAt({ top, commit, rev }: Revision, path: string): Outcome<Buffer> {
  const answer = git(top, 'cat-file', 'blob', `${commit}:${path}`);
  if (!answer.ok) return answer;
  const file = `${rev}:${path}`;
  return answer.value.ok ? success(answer.value.out) : failure([diagnostic('file-missing', { file }, { file })]);
}
