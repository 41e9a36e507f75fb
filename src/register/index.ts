export { licenceOf, lineOf, masked, type Wording } from './line.ts';
export type { ApartLine, Reason, Register, RegisterLine } from './register.ts';
