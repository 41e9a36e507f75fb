export { makeLocate, mendScalars, positionIn, positionsIn, readTree, treeFromText, type Tree } from './tree.ts';
