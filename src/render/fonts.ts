import { join } from 'node:path';
import { packageFolder, readBytes } from '../store/index.ts';
import { success, type Outcome } from '../diagnostics/index.ts';

/** A font face as the browser takes it: the file is in the address itself. */
export interface Face {
  readonly family: string;
  readonly weight: string;
  readonly url: string;
}

/** The letters of both languages (PT Sans) and the signs ✉ and ✖, which PT Sans lacks. */
const files = [
  { family: 'PT Sans', weight: '400', holder: '@expo-google-fonts/pt-sans', file: '400Regular/PTSans_400Regular.ttf' },
  { family: 'PT Sans', weight: '700', holder: '@expo-google-fonts/pt-sans', file: '700Bold/PTSans_700Bold.ttf' },
  { family: 'DejaVu Sans', weight: '400', holder: 'dejavu-fonts-ttf', file: 'ttf/DejaVuSans.ttf' },
] as const;

/** The faces every diagram is measured and drawn with, so that no font of the machine matters. */
export function diagramFaces(): Outcome<readonly Face[]> {
  const faces: Face[] = [];
  for (const { family, weight, holder, file } of files) {
    const bytes = readBytes(join(packageFolder(holder) ?? holder, file));
    if (!bytes.ok) return bytes;
    faces.push({ family, weight, url: `url(data:font/ttf;base64,${bytes.value.toString('base64')})` });
  }
  return success(faces);
}
