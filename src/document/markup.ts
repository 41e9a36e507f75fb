import { SaxesParser } from 'saxes';
import {
  diagnostic,
  failure,
  nearest,
  success,
  type Diagnostic,
  type Outcome,
  type Position,
} from '../diagnostics/index.ts';
import { elements, isInline, ruleOf, type ElementName, type ElementRule } from './elements.ts';

/** An element of the markup (docs/markup.md) with where it stands in its text. */
export interface Element {
  readonly name: ElementName;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
  readonly position: Position;
  /** The drawing that an `emblem` shows; put there by `documentOf`. */
  readonly drawing?: Uint8Array;
}

/**
 * Stands in a template for what a field will bring. The check of a template before any case is read puts it where the
 * braces stood, so that line and column remain those of the template.
 */
export const hole = '\uE000';
const holes = new RegExp(`${hole}+`, 'g');

const list = (names: readonly string[]): string => names.map((name) => `<${name}>`).join(', ');

const isElementName = (name: string): name is ElementName => Object.hasOwn(elements, name);

function allowedIn(rule: ElementRule, child: ElementName): boolean {
  if (rule.holds.includes(child)) return true;
  return isInline(child) ? rule.text === true : ruleOf(child).block === true && rule.blocks === true;
}

function attributeFault(rule: ElementRule, name: string, value: string): string | undefined {
  const kind = rule.attributes[name];
  if (kind === undefined || value.includes(hole)) return undefined;
  if (Array.isArray(kind)) return kind.includes(value) ? undefined : kind.join(' | ');
  if (kind === 'number') return /^-?\d+(\.\d+)?$/.test(value) ? undefined : '12.5';
  if (kind === 'numbers') return /^\d+(\.\d+)?( \d+(\.\d+)?)*$/.test(value) ? undefined : '20 15 20 30';
  if (kind === 'columns') return /^(\d+(\.\d+)?\*?)( \d+(\.\d+)?\*?)*$/.test(value) ? undefined : '10 2* 1* 25';
  return undefined;
}

/** Reads markup and checks it against the table of elements. Every fault found is reported with line and column. */
export function parseMarkup(file: string, text: string, root: ElementName = 'document'): Outcome<Element> {
  const findings: Diagnostic[] = [];
  const stack: Element[] = [];
  const unknown = new Set<Element>();
  let top: Element | undefined;
  // After a tag that closes nothing, all that follows would be judged in the wrong place.
  let isBroken = false;
  let tagStart: Position = { line: 1, column: 1 };
  const parser = new SaxesParser({ xmlns: false });
  const here = (): Position => ({ line: parser.line, column: Math.max(1, parser.column + 1) });
  const at = (position: Position) => ({ file, position });

  parser.on('opentagstart', (tag) => {
    tagStart = { line: parser.line, column: Math.max(1, parser.column - [...tag.name].length - 1) };
  });
  parser.on('opentag', (tag) => {
    const isKnown = isElementName(tag.name);
    if (!isKnown && !isBroken) {
      findings.push(
        diagnostic(
          'element-unknown',
          { name: tag.name, near: list(nearest(tag.name, Object.keys(elements))) },
          at(tagStart),
        ),
      );
    }
    const name: ElementName = isElementName(tag.name) ? tag.name : 'group';
    const rule = ruleOf(name);
    const parent = stack.at(-1);
    const attributes = tag.attributes as Record<string, string>;
    if (isKnown && !isBroken) {
      if (parent && !unknown.has(parent) && !allowedIn(ruleOf(parent.name), name)) {
        findings.push(diagnostic('element-misplaced', { name, parent: parent.name }, at(tagStart)));
      }
      if (!parent && name !== root) findings.push(diagnostic('element-misplaced', { name, parent: '—' }, at(tagStart)));
      for (const [key, value] of Object.entries(attributes)) {
        if (!Object.hasOwn(rule.attributes, key)) {
          findings.push(
            diagnostic(
              'attribute-unknown',
              { name: key, element: name, near: nearest(key, Object.keys(rule.attributes)).join(', ') },
              at(tagStart),
            ),
          );
        }
        const expected = attributeFault(rule, key, value);
        if (expected !== undefined)
          findings.push(diagnostic('attribute-wrong', { name: key, element: name, value, expected }, at(tagStart)));
      }
      for (const key of rule.required ?? []) {
        if (!Object.hasOwn(attributes, key))
          findings.push(diagnostic('attribute-missing', { name: key, element: name }, at(tagStart)));
      }
    }
    const element: Element = { name, attributes, children: [], position: tagStart };
    if (!isKnown) unknown.add(element);
    parent?.children.push(element);
    top ??= element;
    stack.push(element);
  });
  parser.on('closetag', () => void stack.pop());
  parser.on('text', (content) => {
    const parent = stack.at(-1);
    if (!parent || content === '') return;
    if (ruleOf(parent.name).text === true) parent.children.push(content);
    else if (content.trim() !== '' && !isBroken && !unknown.has(parent)) {
      const text = content.trim().replace(holes, '{{…}}').slice(0, 40);
      findings.push(diagnostic('text-misplaced', { element: parent.name, text }, at(here())));
    }
  });
  parser.on('error', (error) => {
    if (isBroken) return;
    isBroken = true;
    const reason = error.message.replace(/^(?:[^:\s]*:)?\d+:\d+: /, '');
    findings.push(diagnostic('markup-broken', { reason }, at(here())));
  });
  parser.write(text).close();
  if (findings.length > 0 || !top) return failure(findings.slice(0, 20));
  return success(top);
}
