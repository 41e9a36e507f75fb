import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * The permitted edges (DESIGN section 3). A folder may import from the folders of its row, and from itself.
 * Everything may import diagnostics. A folder that is missing here may not exist.
 */
const permitted: Record<string, readonly string[]> = {
  cli: [
    'jobs',
    'diagnostics',
    'check',
    'diff',
    'document',
    'diagram',
    'survey',
    'import',
    'process',
    'model',
    'text',
    'source',
    'store',
  ],
  jobs: [
    'check',
    'document',
    'diagram',
    'survey',
    'table',
    'register',
    'import',
    'diff',
    'layout',
    'process',
    'calendar',
    'text',
    'model',
    'source',
    'store',
    'pdf',
    'render',
    'workbook',
    'word',
    'html',
    'sign',
    'scan',
  ],
  check: ['document', 'process', 'calendar', 'text', 'model', 'source'],
  document: ['layout', 'process', 'calendar', 'text', 'model', 'source'],
  diagram: ['process', 'text', 'model', 'source'],
  survey: ['process', 'calendar', 'text', 'model', 'source'],
  table: ['text', 'model', 'source'],
  register: ['text', 'model'],
  import: ['process', 'calendar', 'text', 'model', 'source'],
  diff: ['process', 'text', 'model'],
  layout: ['text', 'model'],
  process: ['calendar', 'text', 'model'],
  calendar: ['model'],
  text: ['model'],
  model: ['source'],
  source: ['store'],
  store: [],
  diagnostics: [],
  // Edges: a finished plain model in, bytes out. They know the types of their one stage and nothing of law.
  pdf: ['layout', 'text', 'store'],
  render: ['store'],
  workbook: ['survey', 'table', 'register', 'text', 'store'],
  word: ['layout', 'text', 'store'],
  html: ['survey', 'text', 'store'],
  sign: ['store'],
  scan: ['model', 'store'],
};

const source = resolve('src');
const files = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : path.endsWith('.ts') ? [path] : [];
  });
const roomOf = (file: string): string => relative(source, file).split('/')[0] ?? '';
const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, target]) =>
    resolve(dirname(file), target ?? ''),
  );

describe('imports run one way', () => {
  for (const file of files(source)) {
    const room = roomOf(file);
    if (room.endsWith('.ts')) continue;
    it(relative(source, file), () => {
      expect(Object.keys(permitted), `src/${room} is a room of the table`).toContain(room);
      for (const target of importsOf(file)) {
        const other = roomOf(target);
        const allowed = other === room || other === 'diagnostics' || permitted[room]?.includes(other);
        expect(allowed, `src/${relative(source, file)} imports ${other}`).toBe(true);
      }
    });
  }
});

describe('packages have one owner', () => {
  const owners: Record<string, readonly string[]> = {
    'pdf-lib': ['pdf'],
    fontkit: ['pdf'],
    exceljs: ['workbook'],
    puppeteer: ['render'],
    '@mermaid-js/mermaid-cli': ['render'],
    handlebars: ['document'],
    docx: ['word'],
    commander: ['cli'],
    sharp: ['scan'],
    'zxing-wasm/reader': ['scan'],
  };
  for (const file of files(source)) {
    const foreign = [...readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'([^.'][^']*)'/g)].map(
      ([, name]) => name ?? '',
    );
    const wrong = foreign.filter((name) => owners[name] && !owners[name].includes(roomOf(file)));
    if (foreign.length > 0) it(relative(source, file), () => expect(wrong).toEqual([]));
  }
});
