import { join } from 'node:path';
import { codeIdentity, packageFolder, readAsset, readText, sha256 } from '../store/index.ts';

/**
 * What a picture depends on besides its source: the configuration, the versions of what draws, our own code. Part of
 * the key under which a picture is kept, so that none outlives what made it.
 */
export function drawingIdentity(): string {
  const versions = ['mermaid', '@mermaid-js/mermaid-cli', '@expo-google-fonts/pt-sans', 'dejavu-fonts-ttf'].map(
    (name) => {
      const manifest = readText(join(packageFolder(name) ?? name, 'package.json'));
      return `${name} ${/"version": *"([^"]+)"/.exec(manifest.ok ? manifest.value : '')?.[1] ?? '?'}`;
    },
  );
  return sha256([...versions, sha256(readAsset('mermaid.json')), codeIdentity(import.meta.url)].join('\n'));
}
