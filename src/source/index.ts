export { makeLocate, positionIn, positionsIn, readTree, treeFromText, type Tree } from './tree.ts';
