export { graphOf, unreachable, variantsApart, type Graph, type GraphEdge, type GraphNode, type NodeKind } from './graph.ts';
