import { readdirSync, readFileSync } from 'node:fs';
import type { Block, Inline, LayoutDocument, TextStyle } from '../../src/layout/index.ts';
import { findBrowser, launchBrowser } from '../../src/render/browser.ts';
import { codePath, codeSvg } from './codes.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const runs = (content: readonly Inline[], bold: boolean): string =>
  content
    .flatMap((inline) => {
      if (inline.kind !== 'text') return [];
      return [(inline.bold ?? bold) ? `<b>${escaped(inline.text)}</b>` : escaped(inline.text)];
    })
    .join('');

const style = ({ align, sizePt }: TextStyle): string =>
  `style="text-align:${align ?? 'left'}${sizePt === undefined ? '' : `;font-size:${sizePt}pt`}"`;

const html = (blocks: readonly Block[]): string => blocks.map(htmlOf).join('');

function htmlOf(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p ${style(block)}>${runs(block.content, block.bold === true)}</p>`;
    case 'heading':
      return `<h${block.level} ${style(block)}>${runs(block.content, true)}</h${block.level}>`;
    case 'columns':
      return block.rows
        .map(
          ({ left, right }) => `<div class="columns"><div lang="kk">${html(left)}</div><div>${html(right)}</div></div>`,
        )
        .join('');
    case 'table': {
      const rows = (all: typeof block.body, tag: string): string =>
        all
          .map(({ cells }) => `<tr>${cells.map(({ content }) => `<${tag}>${html(content)}</${tag}>`).join('')}</tr>`)
          .join('');
      const columns = block.columns.map((one) => `<col${'width' in one ? ` style="width:${one.width}mm"` : ''}>`);
      const head = block.head ? `<thead>${rows(block.head, 'th')}</thead>` : '';
      return `<table class="${block.borders ?? 'all'}" style="font-size:${block.sizePt ?? 11}pt"><colgroup>${columns.join('')}</colgroup>${head}<tbody>${rows(block.body, 'td')}</tbody></table>`;
    }
    case 'list':
      return `<ol>${block.items.map((item) => `<li>${html(item.content)}</li>`).join('')}</ol>`;
    case 'group':
      return `<div style="margin-left:90mm">${html(block.content)}</div>`;
    case 'signature':
      return `<div class="columns"><p>${runs(block.post, false)}</p><hr><p>${runs(block.name, false)}</p></div>`;
    case 'rule':
      return '<hr>';
    case 'barcode': {
      const { width, height } = codePath(block);
      return codeSvg(
        block,
        `role="img" aria-label="${escaped(block.alt)}" style="width:${width}mm;height:${height}mm"`,
      );
    }
    default:
      return '';
  }
}

const face = (weight: number, bytes: Buffer): string =>
  `@font-face{font-family:Own;font-weight:${weight};src:url(data:font/ttf;base64,${bytes.toString('base64')})}`;

const rules =
  'p,h1,h2,h3{margin:0 0 1.5mm;font-size:1em}body{margin:0;font-family:Own;hyphens:auto}.columns{display:flex;gap:6mm}.columns>*{flex:1}table{width:100%;border-collapse:collapse;table-layout:fixed}tr{break-inside:avoid}.all td,.all th{border:.5pt solid}';

/** The processor's time of a process and all below it, milliseconds; Linux tells it in hundredths of a second. */
function treeCpu(root: number): number {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
          .replace(/^.*\) /s, '')
          .split(' ');
        return [{ id: Number(name), parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }];
      } catch {
        return [];
      }
    });
  const sum = (id: number): number =>
    processes.filter(({ parent }) => parent === id).reduce((all, child) => all + sum(child.id), 0) +
    (processes.find((one) => one.id === id)?.ticks ?? 0) * 10;
  return sum(root);
}

/** A maker of documents with one browser and one page that holds the fonts; nothing where no browser starts or its time cannot be told. */
export async function withChromium(files: { readonly regular: Buffer; readonly bold: Buffer }) {
  const program = findBrowser();
  if (!program.ok || process.platform !== 'linux') return undefined;
  const started = await launchBrowser(program.value, 60_000);
  if (!started.ok) return undefined;
  const browser = started.value;
  const page = await browser.newPage();
  await page.setContent(
    `<!doctype html><html lang="ru"><style>${face(400, files.regular)}${face(700, files.bold)}${rules}</style><body></body></html>`,
  );
  const root = browser.process()?.pid ?? 0;
  return {
    cpu: () => treeCpu(root),
    close: () => browser.close(),
    make: async (document: LayoutDocument): Promise<Uint8Array> => {
      const body = `<main style="font-size:${document.sizePt ?? 12}pt">${html(document.body)}</main>`;
      await page.evaluate(
        `document.title=${JSON.stringify(document.title)};document.body.innerHTML=${JSON.stringify(body)};document.fonts.ready.then(()=>0)`,
      );
      return page.pdf({
        format: 'A4',
        tagged: true,
        margin: { top: '20mm', right: '15mm', bottom: '20mm', left: '30mm' },
        displayHeaderFooter: true,
        headerTemplate: '<span></span>',
        footerTemplate:
          '<div style="font-size:9pt;width:100%;text-align:center">стр. <span class="pageNumber"></span> из <span class="totalPages"></span></div>',
      });
    },
  };
}
