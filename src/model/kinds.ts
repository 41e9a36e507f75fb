import * as z from 'zod';

/** The kinds of paper that a service may end in or hand out on the way. One template each. */
export const documentKinds = [
  'licence',
  'licence-appendix',
  'licence-reissue',
  'licence-duplicate',
  'appendix-duplicate',
  'transit-permit',
  'processing-permit',
  're-export-permit',
  'crypto-sale-permit',
  'end-user-certificate',
  'export-control-conclusion',
  'technical-conclusion',
  'import-export-licence',
  'import-export-conclusion',
  'refusal',
  'refusal-incomplete',
  'receipt',
  'refusal-of-acceptance',
  'consent',
  'samples-notice',
  'hand-over-mark',
] as const;
export const DocumentKind = z.enum(documentKinds);
export type DocumentKind = z.infer<typeof DocumentKind>;

/** The descriptions of a process that a regulation may hold. */
export const flowNames = [
  'internal',
  'portal-provider',
  'portal-recipient',
  'corporation',
  'corporation-pickup',
] as const;
export const FlowName = z.enum(flowNames);
export type FlowName = z.infer<typeof FlowName>;

/** The symbols of a legend, in the terms of BPMN. */
export const legendSymbols = [
  'message-start',
  'message-end',
  'message-intermediate',
  'end',
  'error',
  'system',
  'process',
  'condition',
  'control-flow',
  'message-flow',
  'document',
] as const;
export const LegendSymbol = z.enum(legendSymbols);
export type LegendSymbol = z.infer<typeof LegendSymbol>;
