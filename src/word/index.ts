export { writeWord, type WordMeta } from './write.ts';
