import * as z from 'zod';
import { diagnostic, nearest, type Diagnostic, type Place } from '../diagnostics/index.ts';
import { helperNames } from './helpers.ts';
import { positionOf, type ParsedTemplate, type Program, type Statement } from './template-source.ts';

/** A field that a template reads: its path from the model, `[]` for each entry of a list. */
export interface Field {
  readonly path: readonly string[];
  readonly at: Place;
}

/** What a template refers to, found without running it. */
export interface References {
  readonly fields: readonly Field[];
  readonly texts: readonly { readonly name: string; readonly at: Place }[];
  readonly partials: readonly { readonly name: string; readonly context: readonly string[]; readonly at: Place }[];
  readonly findings: readonly Diagnostic[];
}

interface Expression {
  readonly type: string;
  readonly loc: Statement['loc'];
  readonly original?: string | number | boolean;
  readonly value?: string | number | boolean;
  readonly parts?: readonly string[];
  readonly depth?: number;
  readonly data?: boolean;
  readonly path?: Expression;
  readonly params?: readonly Expression[];
  readonly hash?: { readonly pairs: readonly { readonly value: Expression }[] };
}

interface Call extends Expression {
  readonly name?: Expression;
  readonly escaped?: boolean;
  readonly program?: Program & { readonly blockParams?: readonly string[] };
  readonly inverse?: Program;
}

type Context = readonly string[];
interface Scope {
  /** Contexts from the outermost to the present one. */
  readonly contexts: readonly Context[];
  readonly named: ReadonlyMap<string, Context>;
}

const forbidden: Readonly<Record<string, string>> = {
  DecoratorBlock: '{{#*inline}}',
  Decorator: '{{* }}',
  PartialBlockStatement: '{{#> }}',
};

/** The path that an expression names, from the model; undefined for data like @index. */
function pathOf(expression: Expression, scope: Scope): Context | undefined {
  const { parts = [], depth = 0, data } = expression;
  if (data === true) return parts[0] === 'root' ? parts.slice(1) : undefined;
  const [first] = parts;
  const named = first === undefined || depth > 0 ? undefined : scope.named.get(first);
  if (named) return [...named, ...parts.slice(1)];
  return [...(scope.contexts.at(-1 - depth) ?? []), ...parts];
}

/** Walks a template in the contexts that its blocks open. `start` is the path of the context it is called in. */
export function referencesOf({ file, program }: ParsedTemplate, start: Context = []): References {
  const fields: Field[] = [];
  const texts: { name: string; at: Place }[] = [];
  const partials: { name: string; context: Context; at: Place }[] = [];
  const findings: Diagnostic[] = [];
  const at = (expression: Pick<Expression, 'loc'>): Place => ({ file, position: positionOf(expression.loc) });

  const helper = (call: Call): string | undefined => {
    const name = String(call.path?.original ?? '');
    const isCall =
      call.type === 'BlockStatement' ||
      call.type === 'SubExpression' ||
      (call.params?.length ?? 0) > 0 ||
      (call.hash?.pairs.length ?? 0) > 0;
    if (!isCall) return undefined;
    if (!helperNames.includes(name)) {
      findings.push(
        diagnostic('template-helper-unknown', { name, near: nearest(name, helperNames).join(', ') }, at(call)),
      );
    }
    return name;
  };

  const read = (expression: Expression, scope: Scope): void => {
    if (expression.type === 'SubExpression') {
      call(expression as Call, scope);
      return;
    }
    if (expression.type !== 'PathExpression') return;
    const path = pathOf(expression, scope);
    if (path && path.length > 0) fields.push({ path, at: at(expression) });
  };

  const call = (statement: Call, scope: Scope): string | undefined => {
    const name = helper(statement);
    const bare = String(statement.path?.original ?? '');
    // Handlebars would call the helper: a field of that name is written this.name.
    if (name === undefined && helperNames.includes(bare))
      findings.push(diagnostic('template-construct', { what: `{{${bare}}}` }, at(statement)));
    if (name === undefined && statement.path) read(statement.path, scope);
    const [first] = statement.params ?? [];
    if (name === 'text' && first?.type === 'StringLiteral') texts.push({ name: String(first.value), at: at(first) });
    for (const parameter of statement.params ?? []) read(parameter, scope);
    for (const pair of statement.hash?.pairs ?? []) read(pair.value, scope);
    return name;
  };

  const block = (statement: Call, scope: Scope): void => {
    const name = call(statement, scope);
    const [first] = statement.params ?? [];
    const target = first?.type === 'PathExpression' ? pathOf(first, scope) : undefined;
    const opened = name === 'each' && target ? [...target, '[]'] : name === 'with' ? target : undefined;
    const inner = opened ? { contexts: [...scope.contexts, opened], named: bind(statement, opened, scope) } : scope;
    walk(statement.program?.body ?? [], inner);
    walk(statement.inverse?.body ?? [], scope);
  };

  const bind = (statement: Call, context: Context, scope: Scope): ReadonlyMap<string, Context> => {
    const [name] = statement.program?.blockParams ?? [];
    return name === undefined ? scope.named : new Map([...scope.named, [name, context]]);
  };

  const walk = (body: readonly Statement[], scope: Scope): void => {
    for (const statement of body) {
      const node = statement as unknown as Call;
      const what = forbidden[statement.type];
      if (what !== undefined) findings.push(diagnostic('template-construct', { what }, at(statement)));
      else if (statement.type === 'MustacheStatement') {
        if (node.escaped === false)
          findings.push(diagnostic('template-construct', { what: '{{{ }}}, {{& }}' }, at(statement)));
        call(node, scope);
      } else if (statement.type === 'BlockStatement') block(node, scope);
      else if (statement.type === 'PartialStatement') {
        if (node.name?.type !== 'PathExpression')
          findings.push(diagnostic('template-construct', { what: '{{> (…)}}' }, at(statement)));
        const [parameter] = node.params ?? [];
        const context = parameter ? pathOf(parameter, scope) : scope.contexts.at(-1);
        if (parameter) read(parameter, scope);
        for (const pair of node.hash?.pairs ?? [])
          findings.push(diagnostic('template-construct', { what: '{{> … a=b}}' }, at(pair.value)));
        partials.push({ name: String(node.name?.original ?? ''), context: context ?? [], at: at(statement) });
      }
    }
  };
  walk(program.body, { contexts: [start], named: new Map() });
  return { fields, texts, partials, findings };
}

/** The schemas that may stand behind the wrappings of one: its branches, without null and default. */
function branches(schema: unknown): unknown[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return branches(schema.unwrap());
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(branches);
  return [schema];
}

/** Why a path does not exist in a schema: the name that is not there and the names that are; undefined if it exists. */
export function missingIn(schema: unknown, path: readonly string[]): { name: string; known: string[] } | undefined {
  let here = branches(schema);
  for (const name of path) {
    const next = here.flatMap((one) => {
      if (one instanceof z.ZodArray)
        return name === '[]' ? branches(one.element) : name === 'length' ? [z.number()] : [];
      if (one instanceof z.ZodRecord) return branches(one.valueType);
      const inside =
        one instanceof z.ZodObject && Object.hasOwn(one.shape, name)
          ? (one.shape as Record<string, unknown>)[name]
          : undefined;
      return inside === undefined ? [] : branches(inside);
    });
    if (next.length === 0)
      return { name, known: here.flatMap((one) => (one instanceof z.ZodObject ? Object.keys(one.shape) : [])) };
    here = next;
  }
  return undefined;
}
