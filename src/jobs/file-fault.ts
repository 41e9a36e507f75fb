import { diagnostic, type Diagnostic } from '../diagnostics/index.ts';
import { PackingFault } from '../source/bytes.ts';

/** The finding about a file that could not be read; what is no fault of the file is thrown on. */
export function fileFault(file: string, error: unknown): Diagnostic {
  if (error instanceof PackingFault) {
    return error.kind === 'bomb'
      ? diagnostic('packed-bomb', { file, size: error.message }, { file })
      : diagnostic('packed-broken', { file, reason: error.message }, { file });
  }
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
    return diagnostic('file-missing', { file }, { file });
  if (error instanceof Error && 'code' in error && 'syscall' in error)
    return diagnostic('file-unreadable', { file, reason: String(error.code) }, { file });
  throw error;
}
