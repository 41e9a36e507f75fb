export {
  builtModelName,
  builtModuleName,
  hasBuiltModule,
  loadBuiltModule,
  packageRoot,
  readAsset,
  readBuiltModel,
  readBuiltTree,
} from './assets.ts';
export { codeIdentity, folderOnce, keep, packageFolder, recall, writeInto } from './cache.ts';
export { bytesAt, kindAt, namesAt, revisionAt, type Revision } from './git.ts';
export { Journal } from './journal.ts';
export { removeQuietly, sweepFolder } from './leftovers.ts';
export { decodeUtf8, listFolder, readBytes, readHead, readText } from './read.ts';
export { GrowingFile } from './stream.ts';
export { writeAtomic, sha256 } from './write.ts';
