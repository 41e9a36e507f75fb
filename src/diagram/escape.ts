/**
 * Text of an act made safe inside a quoted Markdown label of Mermaid 11.17. Entities (`#quot;`) print literally there
 * (mermaid#7015), so what would be read as syntax is either given its look-alike or broken up by a word joiner, which
 * no one sees and `finish` takes out of the picture again.
 */
const joiner = '\u2060';

/** Signs that no Markdown label can hold, and what stands for them. */
const lookAlikes: Readonly<Record<string, string>> = {
  '`': '’',
  '*': '∗',
  _: 'ˍ',
  '~': '∼',
  '\\': '∖',
  '<': '‹',
  '>': '›',
};

/** Where a joiner must stand for Mermaid or Markdown not to see what they look for: after the first group. */
const breaks: readonly RegExp[] = [
  /(#)(?=\S)/g, // an entity
  /(&)(?=[#\w])/g, // an entity of HTML
  /(\])(?=[([:])/g, // a link, a reference
  /(!)(?=\[)/g, // an image
  /(%)(?=%)/g, // a comment, a directive
  /(\$)(?=\$)/g, // a formula
  /(\bwww)(?=\.)/gi, // links that need no brackets
  /(\b(?:https?|ftp))(?=:)/gi,
  /(@)(?=\S)/g,
  /(\bfa[bklrs]?)(?=:)/gi, // an icon
  /(-)(?=-)/g, // a rule, a heading underlined
  /(=)(?=[=>])/g,
  /(:)(?=:)/g, // a class of a node
];

function quoted(text: string): string {
  return text.replace(/"/g, (_sign, at: number) => (at === 0 || /[\s(«[]/.test(text[at - 1] ?? '') ? '«' : '»'));
}

/** One line that Mermaid prints as it stands; the empty text stays empty. */
export function safeText(text: string): string {
  const seen = text.replace(/\p{Cs}/gu, '\uFFFD').replace(/\p{Cf}/gu, '');
  const flat = quoted(seen.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim());
  const plain = flat.replace(/[`*_~\\<>]/g, (sign) => lookAlikes[sign] ?? sign);
  const broken = breaks.reduce((line, pattern) => line.replace(pattern, `$1${joiner}`), plain);
  // A line that begins like a list, a heading or a table would be taken for one.
  return /^[\p{L}«(]/u.test(broken) || broken === '' ? broken : joiner + broken;
}

/** A line of `accTitle` or `accDescr`, which end at the line and have no quotes around them. */
export const safeLine = (text: string): string =>
  safeText(text).replace(/[#;{}]/g, (sign) => (sign === ';' ? ',' : `${sign}${joiner}`));

/** The parts of a box as one quoted label: head and foot in bold, each line of the foot on lines of its own. */
export function label(parts: { readonly head?: string; readonly text: string; readonly foot?: string }): string {
  const bold = (text: string | undefined): string[] => (text ? [`**${safeText(text).replaceAll(joiner, '')}**`] : []);
  const head = bold(parts.head);
  const text = parts.text ? [safeText(parts.text)] : [];
  // A bare number stands in the line of its text: «1. Регистрация».
  const top = parts.head?.endsWith('.') && text.length > 0 ? [`${head.join('')} ${text.join('')}`] : [...head, ...text];
  const lines = [...top, ...(parts.foot ?? '').split('\n').flatMap(bold)];
  return `"\`${lines.join('<br/>')}\`"`;
}
