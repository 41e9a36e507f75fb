import type { Language, Mark, Source } from '../../model/index.ts';
import type { Dictionary } from '../dictionary.ts';
import type { Paragraph } from '../paragraphs.ts';

/** What is being gathered while one file is built: its language, its marks, the paragraphs that found their place. */
export interface Context {
  readonly lang: Language;
  readonly dictionary: Dictionary;
  readonly marks: Mark[];
  readonly placed: Set<Paragraph>;
  readonly why: (typeof reasons)['ru'];
}

/** Why something is marked, in the language of the methodologists of the act. */
export const reasons = {
  ru: {
    branch: 'текст не пишет «да» и «нет»; порядок: отказ стоит сразу после условия',
    branchUnknown: 'исходы условия в тексте не названы; взят порядок шагов',
    order: 'порядок шагов — порядок текста; конец не назван, взят по словам шага',
    actor: 'исполнитель не назван прямо; взят по словам шага',
    actorNone: 'исполнитель не распознан',
    name: 'имя участника взято из общего словаря; в тексте стоит в другом падеже или сокращено',
    provider: 'именительный падеж; в тексте — творительный',
    issuer: 'именительный падеж; в тексте — родительный',
    number: 'номер приложения к акту утрачен; взят порядок регламентов',
    numberOnly: 'регламент в акте один и номера не имеет',
    heading: 'заголовок регламента утрачен',
    outcome: 'что выдаётся, взято из пункта о результате',
    kind: 'вид документа определён по словам результата; проверить',
    noKind: 'бланка такого документа здесь нет: печатать его нечем',
    refusal: 'отказ назван только в шагах',
    variants: 'варианты взяты из перечней пункта',
    condition: 'условие не нумеровано: ветви названы внутри шага',
    table: 'шаг есть только в таблице; взят из неё',
    ownCount: 'номера таблицы — не номера шагов пункта: слова расходятся; сроки таблицы в шаги не взяты',
    cut: 'графа срезана или ячейка пуста в источнике',
    unreadable: 'ячейка не читается',
    cutWord: 'слово срезано по краю, дополнено по той же графе строки',
    gap: 'в нумерации пропуск: часть текста утрачена',
    appendixNumber: 'номер приложения утрачен или не напечатан',
    picture: 'рисунка в тексте нет, есть только заголовок',
    field: 'в тексте не найдено',
    spacing: 'разрядка',
    break: 'разрыв страницы',
    links: 'слова ссылки смещены',
    letters: 'латинские буквы вместо русских',
  },
  kk: {
    branch: 'мәтінде «иә» мен «жоқ» жазылмаған; реті бойынша: бас тарту шарттан кейін бірден тұр',
    branchUnknown: 'шарттың нәтижелері мәтінде аталмаған; қадамдардың реті алынды',
    order: 'қадамдардың реті — мәтіннің реті; соңы аталмаған, қадамның сөздері бойынша алынды',
    actor: 'орындаушы тікелей аталмаған; қадамның сөздері бойынша алынды',
    actorNone: 'орындаушы танылмады',
    name: 'қатысушының атауы жалпы сөздіктен алынды; мәтінде басқа септікте немесе қысқартылған',
    provider: 'атау септігі',
    issuer: 'атау септігі; мәтінде ілік септігінде',
    number: 'актіге қосымшаның нөмірі жоғалған; регламенттердің реті алынды',
    numberOnly: 'актіде регламент біреу, нөмірі жоқ',
    heading: 'регламенттің тақырыбы жоғалған',
    outcome: 'не берілетіні нәтиже туралы тармақтан алынды',
    kind: 'құжаттың түрі нәтиженің сөздері бойынша анықталды; тексеру керек',
    noKind: 'мұндай құжаттың бланкі жоқ: оны басып шығаратын үлгі болмады',
    refusal: 'бас тарту тек қадамдарда аталған',
    variants: 'нұсқалар тармақтың тізбелерінен алынды',
    condition: 'шарт нөмірленбеген: тармақтар қадамның ішінде аталған',
    table: 'қадам тек кестеде бар; сонан алынды',
    ownCount:
      'кестенің нөмірлері тармақ қадамдарының нөмірлері емес: сөздері сәйкес келмейді; кестенің мерзімдері қадамдарға алынбады',
    cut: 'баған кесілген немесе ұяшық бос',
    unreadable: 'ұяшық оқылмайды',
    cutWord: 'сөз шетінен кесілген, сол жолдың бағаны бойынша толықтырылды',
    gap: 'нөмірлеуде үзіліс бар: мәтіннің бөлігі жоғалған',
    appendixNumber: 'қосымшаның нөмірі жоғалған немесе басылмаған',
    picture: 'мәтінде сурет жоқ, тақырыбы ғана қалған',
    field: 'мәтінде табылмады',
    spacing: 'әріптердің арасы ашылған',
    break: 'бет үзілген',
    links: 'сілтеме сөздері жылжыған',
    letters: 'кирилл әріптерінің орнына латын әріптері',
  },
} as const;

export const newContext = (lang: Language, dictionary: Dictionary, placed: Set<Paragraph>): Context => ({
  lang,
  dictionary,
  marks: [],
  placed,
  why: reasons[lang] as (typeof reasons)['ru'],
});

export function mark(context: Context, at: string, kind: Mark['kind'], why: string, src?: Source): void {
  context.marks.push({ at, kind, ...(src ? { src } : {}), why });
}

export const srcOf = (paragraph: Paragraph, more: readonly Paragraph[] = []): Source => [
  paragraph.src[0],
  more.reduce((last, one) => Math.max(last, one.src[1]), paragraph.src[1]),
];

export function place(context: Context, paragraphs: readonly (Paragraph | undefined)[]): void {
  for (const paragraph of paragraphs) if (paragraph) context.placed.add(paragraph);
}

/** The words of a paragraph after its number. */
export const restOf = ({ head, text }: Paragraph): string => ('rest' in head ? head.rest : text).trim();

/** A text without the stop of a list entry. */
export const bare = (text: string): string => text.replace(/[\s;.,]+$/u, '').trim();

/** An identifier of Latin letters from words of any alphabet: at most `words` words. */
export function slug(text: string, words = 3): string {
  const latin: Readonly<Record<string, string>> = {
    а: 'a',
    ә: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    ғ: 'g',
    д: 'd',
    е: 'e',
    ё: 'e',
    ж: 'zh',
    з: 'z',
    и: 'i',
    й: 'i',
    к: 'k',
    қ: 'q',
    л: 'l',
    м: 'm',
    н: 'n',
    ң: 'n',
    о: 'o',
    ө: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    у: 'u',
    ұ: 'u',
    ү: 'u',
    ф: 'f',
    х: 'kh',
    һ: 'h',
    ц: 'ts',
    ч: 'ch',
    ш: 'sh',
    щ: 'shch',
    ъ: '',
    ы: 'y',
    і: 'i',
    ь: '',
    э: 'e',
    ю: 'yu',
    я: 'ya',
  };
  const parts = [...text.toLowerCase().matchAll(/[\p{L}\d]{3,}/gu)]
    .slice(0, words)
    .map(([word]) => [...word].map((letter) => latin[letter] ?? (/[a-z\d]/.test(letter) ? letter : '')).join(''));
  const joined = parts
    .filter((part) => part !== '')
    .join('-')
    .slice(0, 60)
    .replace(/-+$/, '');
  return /^[a-z]/.test(joined) ? joined : `x${joined === '' ? '' : `-${joined}`}`;
}
