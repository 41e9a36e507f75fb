import type Handlebars from 'handlebars';
import { diagnostic, type Diagnostic, type Place } from '../diagnostics/index.ts';
import { compiling, TemplateFault } from './helpers.ts';
import { faultPosition, positionOf, type ParsedTemplate } from './template-source.ts';

export type Run = (context: unknown, options: Handlebars.RuntimeOptions) => string;

class LocatedFault extends Error {
  constructor(
    readonly fault: unknown,
    readonly at: Place,
  ) {
    super('a template stopped');
  }
}

const runtime = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false } as const;

function placeOf(fault: unknown, at: Place): Place {
  if (at.pointer) return at;
  const position = fault instanceof TemplateFault ? fault.loc && positionOf(fault.loc) : faultPosition(fault);
  return { ...at, ...(position ? { position } : {}) };
}

/** Compiled when it is first run; a fault of the run is caught once, where it happened, and carries that place outwards. */
export function compile(handlebars: typeof Handlebars, source: ParsedTemplate, at: Place): Run {
  let run: Handlebars.TemplateDelegate | undefined;
  return (context, options) => {
    try {
      run ??= source.built ? handlebars.template(source.built) : handlebars.compile(source.program, { ...compiling });
      return run(context, { ...runtime, ...options });
    } catch (fault) {
      throw fault instanceof LocatedFault ? fault : new LocatedFault(fault, placeOf(fault, at));
    }
  };
}

export function findingOf(error: unknown): Diagnostic {
  if (!(error instanceof LocatedFault)) throw error;
  const { fault, at } = error;
  if (fault instanceof TemplateFault) return diagnostic(fault.code, fault.args, at);
  const name = fault instanceof Error ? /^"(.+)" not defined/.exec(fault.message)?.[1] : undefined;
  if (name === undefined) throw fault;
  return diagnostic('template-field-unknown', { name, near: '' }, at);
}
