export {
  columnsOf,
  decisionKinds,
  furtherTable,
  keyLeaf,
  kindLeaf,
  leavesOf,
  lists,
  mainFields,
  type Column,
} from './columns.ts';
export {
  caseFields,
  documentFields,
  documentPath,
  eventFields,
  type Field,
  type Group,
  type Leaf,
  type List,
} from './fields.ts';
export { headingOf, Headings, mapHeadings, missingColumns, presentLeaves, type Heading } from './headings.ts';
export { cellOf, cellPlace, type Anchor, type TableShape } from './place.ts';
export { caseOfRow, type FurtherRows, type RowCase, type Table, type TableRow } from './row.ts';
export { roleOf, sheetName, splitStem, type Role } from './role.ts';
export { plain } from './plain.ts';
export { cellOfCase } from './flatten.ts';
export { ref } from './ref.ts';
export { type EmptyTable, type EmptySheet, type EmptyColumn, type Legend } from './empty.ts';
