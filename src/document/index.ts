export { documentOf } from './blocks.ts';
export { caseFaults, registrationDay, type LoadedCase } from './case-rules.ts';
export { elements, type ElementName } from './elements.ts';
export { type Field } from './fields.ts';
export { helperNames } from './helpers.ts';
export { parseMarkup, type Element } from './markup.ts';
export { planDocuments, type PlannedDocument, type Situation } from './plan.ts';
export { canonicalJson, sealOf, type Seal } from './seal.ts';
export { moduleOf, type BuiltTemplate } from './template-built.ts';
export { makeTemplates, type SealedModel, type Template, type TemplateFiles, type Templates } from './template.ts';
export { bookletOf, type BookletMaking, type BookletSheet } from './booklet/booklet.ts';
export {
  clauseLines,
  linesAsDocument,
  linesAsText,
  reportLines,
  type ClauseLine,
  type ComparedClause,
} from './booklet/clauses.ts';
