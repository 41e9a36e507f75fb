import Handlebars from 'handlebars';
import { compiling } from './helpers.ts';
import type { Template } from './template.ts';

export type CompiledPiece = Parameters<typeof Handlebars.template>[0];

/** Pieces of templates as the build compiled them, under their text. */
export type BuiltPieces = ReadonlyMap<string, CompiledPiece>;

/** What the build keeps of a template that it found sound. */
export interface BuiltTemplate extends Pick<Template, 'fields' | 'ours' | 'oursOfSignature'> {
  readonly pieces: BuiltPieces;
}

/** A CommonJS module that exports pieces, and with a template what it reaches: a `BuiltTemplate`. */
export function moduleOf(texts: readonly string[], template?: Template): string {
  const pieces = [...new Set(texts)].map((text) => {
    const spec = Handlebars.precompile(text, compiling) as unknown as string;
    return `[${JSON.stringify(text)},${spec}]`;
  });
  const { fields = [], ours = 0, oursOfSignature = 0 } = template ?? {};
  const reached = JSON.stringify({ fields, ours, oursOfSignature });
  return `module.exports=Object.assign(${reached},{pieces:new Map([${pieces.join(',\n')}])});`;
}
