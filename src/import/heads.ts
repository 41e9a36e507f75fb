import * as say from './words/heads.ts';

/** How a paragraph begins, and so what it may be. Numbers are as printed, «б» read as 6. */
export type Head =
  | { readonly kind: 'act-appendix' | 'appendix'; readonly number: string | null; readonly atEnd: boolean }
  | {
      readonly kind: 'regulation' | 'approved' | 'table' | 'continued' | 'legend' | 'row' | 'remark' | 'noise' | 'text';
    }
  | { readonly kind: 'chapter' | 'clause' | 'item'; readonly number: string; readonly rest: string }
  | {
      readonly kind: 'step';
      readonly word: string;
      readonly number: string;
      readonly item?: string;
      readonly rest: string;
    };

/** A head never needs more than this of a paragraph. */
const HEAD = 1200;
const figure = (text: string): string => (/^б$/iu.test(text) ? '6' : text.replace('.', '-'));

function stepOf(text: string): Head | undefined {
  const item = say.itemHead.exec(text);
  const inner = item ? text.slice(item[0].length) : text.replace(/^[-–•]\s+/u, '');
  const step = say.stepHead.exec(inner);
  const word = step?.[1] ?? step?.[4];
  const number = step?.[2] ?? step?.[3];
  if (!step || word === undefined || number === undefined) return undefined;
  const rest = inner.slice(step[0].length);
  return {
    kind: 'step',
    word: word.toLowerCase(),
    number: figure(number),
    ...(item?.[1] === undefined ? {} : { item: figure(item[1]) }),
    rest,
  };
}

/** The end of a paragraph says in Kazakh what its beginning says in Russian: «… бұйрығына 1-қосымша». */
function appendixOf(text: string): Head | undefined {
  if (text.length > HEAD) return undefined;
  if (say.appendixHead.test(text)) {
    if (/изложить|дополнить|исключить/iu.test(text)) return undefined;
    const number = say.appendixHead.exec(text)?.[1];
    const isOfAct = say.actAppendix.test(text) && !say.toRegulation.test(text);
    return {
      kind: isOfAct ? 'act-appendix' : 'appendix',
      number: number === undefined ? null : figure(number),
      atEnd: false,
    };
  }
  const ofAct = say.actAppendixKk.exec(text);
  if (ofAct) return { kind: 'act-appendix', number: ofAct[1] ?? null, atEnd: true };
  const own = say.appendixHeadKk.exec(text);
  return own ? { kind: 'appendix', number: own[1] ?? own[2] ?? null, atEnd: true } : undefined;
}

/** What a paragraph (or a line, while paragraphs are still being joined) begins with. */
export function headOf(whole: string, isRow = false): Head {
  if (isRow) return { kind: 'row' };
  const text = whole.length > HEAD ? whole.slice(0, HEAD) : whole;
  const long = whole.slice(text.length);
  if (say.noise.test(text)) return { kind: 'noise' };
  if (say.remark.test(text)) return { kind: 'remark' };
  const appendix = appendixOf(whole);
  if (appendix) return appendix;
  if (say.regulationHead.test(text) || (whole.length < HEAD && say.regulationHeadKk.test(text)))
    return { kind: 'regulation' };
  if (say.approvedHead.test(text)) return { kind: 'approved' };
  if (say.tableContinued.test(text)) return { kind: 'continued' };
  if (say.tableTitle.test(text)) return { kind: 'table' };
  if (say.legendHead.test(text)) return { kind: 'legend' };
  const step = stepOf(text);
  if (step?.kind === 'step') return { ...step, rest: step.rest + long };
  const chapter = say.chapterHead.exec(text);
  const roman = chapter?.[1] ?? chapter?.[2];
  const bareRoman = say.romanHead.exec(text);
  if (bareRoman?.[1] !== undefined && text.length < 320)
    return { kind: 'chapter', number: bareRoman[1], rest: text.slice(bareRoman[0].length) };
  if (chapter && roman !== undefined) return { kind: 'chapter', number: roman, rest: text.slice(chapter[0].length) };
  const item = say.itemHead.exec(text);
  if (item?.[1] !== undefined)
    return { kind: 'item', number: figure(item[1]), rest: text.slice(item[0].length) + long };
  const clause = say.clauseHead.exec(text);
  if (clause?.[1] !== undefined)
    return { kind: 'clause', number: figure(clause[1]), rest: text.slice(clause[0].length) + long };
  return { kind: 'text' };
}
