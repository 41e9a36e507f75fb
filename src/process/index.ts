export {
  clausesOf,
  type ClauseMaking,
  type ClauseWords,
  type DerivedClause,
  type DerivedItem,
  type DerivedPart,
} from './clause.ts';
export { clauseDifferences, type ClauseDifference } from './clause-differences.ts';
export { filedGraph, numbersIn, tellsOtherwise } from './filed.ts';
export {
  graphOf,
  unreachable,
  variantsApart,
  withPickup,
  type Graph,
  type GraphEdge,
  type GraphNode,
  type NodeKind,
} from './graph.ts';
export { outcomeTellings, type OutcomeTelling } from './outcomes.ts';
export { tableOf, type ActionTable, type Cell, type CellField, type TableWords } from './table.ts';
