export { packageRoot, readAsset } from './assets.ts';
export { readBytes, readText } from './read.ts';
export { writeAtomic, sha256 } from './write.ts';
