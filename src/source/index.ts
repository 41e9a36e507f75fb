export { makeLocate, positionIn, readTree, treeFromText, type Tree } from './tree.ts';
