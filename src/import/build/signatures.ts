import type { Act } from '../../model/index.ts';
import type { Paragraph } from '../paragraphs.ts';
import { srcOf } from './context.ts';
import { dateIn } from './dates.ts';

/** Who signed the act and who agreed to it. */
export interface Signatures {
  readonly signatory: Act['signatory'];
  readonly approvals: NonNullable<Act['approvals']>;
  /** Every paragraph of the block of signatures. */
  readonly from: readonly Paragraph[];
}

/** «А. Исекешев», «Д.А. Иванов», «Исекешев А.», «А.-Х. Ибраев». */
const initials = String.raw`\p{Lu}\.(?:\s?-?\s?\p{Lu}\.)?`;
const family = String.raw`\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?`;
const person = new RegExp(String.raw`(?:${initials}\s?${family}|${family}\s${initials})\s*$`, 'u');
const post =
  /^(?:министр|председател|аким|заместител|руководител|исполняющ|и\.?\s?о\.?|врио|временно|первый|вице|премьер|секретар|начальник|директор|генерал|председатель|әкім|төраға|қазақстан республикасы|министрінің|басшы|басқарма|облыс|қала|аудан|мәслихат|ұлттық)/iu;
const agreed = /^[«"]?(?:согласован[оаы]?|келісілген|келісілді|келісілген\s+болатын)[»"]?\s*:?/iu;
const LONGEST = 260;

const isShort = ({ text }: Paragraph): boolean => text.length < LONGEST && !/[;:]$/u.test(text);
/** A line that can begin the signatures: a post, a name, or both. */
const isSignature = (paragraph: Paragraph): boolean =>
  isShort(paragraph) &&
  (paragraph.head.kind === 'text' || paragraph.head.kind === 'row') &&
  (agreed.test(paragraph.text) ||
    person.test(paragraph.text) ||
    (post.test(paragraph.text) && !/[.]$/u.test(paragraph.text)));

interface Signed {
  readonly post: string | undefined;
  readonly name: string;
  readonly from: Paragraph[];
  date?: string;
}

/** Posts stand before their names, on the same line or above; a date may stand below. */
function signedIn(paragraphs: readonly Paragraph[]): Signed[] {
  const found: Signed[] = [];
  let above: Paragraph[] = [];
  for (const paragraph of paragraphs) {
    const name = person.exec(paragraph.text);
    const day = dateIn(paragraph.text);
    const last = found.at(-1);
    if (name) {
      const before = paragraph.text.slice(0, name.index).replace(/_{2,}/g, ' ').trim();
      const words = [...above.map(({ text }) => text), before].filter((one) => one !== '').join(' ');
      found.push({ post: words === '' ? undefined : words, name: name[0].trim(), from: [...above, paragraph] });
      above = [];
    } else if (day !== undefined && last && above.length === 0) {
      last.date = day;
      last.from.push(paragraph);
    } else if (!/^[_\s]*$/u.test(paragraph.text) && !/^(?:М\.?\s?[ПО]\.?|\(подпись\))$/iu.test(paragraph.text))
      above.push(paragraph);
  }
  return found;
}

/** The signatures behind the clauses of an act; `front` is what stands before the regulations, `after` the index of the last clause. */
export function signaturesOf(front: readonly Paragraph[], after: number): Signatures {
  const begin = front.findIndex((one, index) => index > after && isSignature(one));
  if (begin < 0) return { signatory: undefined, approvals: [], from: [] };
  const block = front.slice(begin).filter(isShort);
  const agreedAt = block.findIndex(({ text }) => agreed.test(text));
  const own = agreedAt < 0 ? block : block.slice(0, agreedAt);
  const others = agreedAt < 0 ? [] : block.slice(agreedAt).filter(({ text }) => text.replace(agreed, '').trim() !== '');
  const [signed, ...more] = signedIn(own);
  const approvals = [...more, ...signedIn(others)].map((one) => ({
    post: one.post?.replace(agreed, '').trim() ?? '?',
    name: one.name,
    ...(one.date === undefined ? {} : { date: one.date }),
    ...(one.from[0] ? { src: srcOf(one.from[0], one.from) } : {}),
  }));
  const [first] = signed?.from ?? [];
  return {
    signatory:
      signed && first
        ? {
            ...(signed.post === undefined ? {} : { post: signed.post }),
            name: signed.name,
            src: srcOf(first, signed.from),
          }
        : undefined,
    approvals,
    from: [...(signed?.from ?? []), ...more.flatMap((one) => one.from), ...signedIn(others).flatMap((one) => one.from)],
  };
}
