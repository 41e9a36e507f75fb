// What the build itself needs of the program.
export { dataSchemas } from '../src/jobs/data-files.ts';
export { templateModules } from '../src/jobs/templates.ts';
export { readModel } from '../src/model/index.ts';
export { positionsIn, treeFromText } from '../src/source/index.ts';
export { builtModelName, builtModuleName } from '../src/store/index.ts';
