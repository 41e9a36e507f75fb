import { layOut, type LayoutDocument } from '../../src/layout/index.ts';
import { drawPage } from '../../src/pdf/content.ts';
import { loadFonts, writePdf } from '../../src/pdf/index.ts';
import { packed } from '../../src/pdf/pages.ts';
import { median } from '../shared/median.ts';

export interface Stage {
  readonly stage: string;
  /** Milliseconds of the processor for one document, and their part of the whole. */
  readonly cpu: number;
  readonly share: number;
}

const warmUp = 1000;
const documents = 100;
const rounds = 9;

/** Each stage is run with the ones before it, in turns; its own time is what it adds. */
export async function stages(make: (n: number) => LayoutDocument): Promise<Stage[]> {
  const fonts = loadFonts();
  const laid = (n: number) => {
    const outcome = layOut(make(n), fonts.set);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings));
    return outcome.value;
  };
  const drawn = (n: number) => {
    const layout = laid(n);
    const roles = layout.tags.map(({ role }) => role);
    return layout.pages.map((page) => drawPage(page, fonts.set, roles));
  };
  const attachment = {
    name: 'case.json',
    mediaType: 'application/json',
    description: 'Данные',
    bytes: Buffer.from(JSON.stringify(make(1).body).slice(0, 2000)),
  };
  const upTo: readonly [stage: string, run: (n: number) => unknown][] = [
    ['layout: lines, tables, pages, codes', laid],
    ['drawing: the operators of the pages', drawn],
    ['compression of the pages', (n) => drawn(n).map(({ operators }) => packed(operators).length)],
    [
      'tags, fonts, data, parts of the archive grade, the file',
      (n) => writePdf(laid(n), { date: '2020-03-04T10:00:00+05:00', attachment }, fonts),
    ],
  ];
  let number = 0;
  const cpuOf = async (run: (n: number) => unknown, count: number): Promise<number> => {
    const before = process.cpuUsage();
    for (let n = 1; n <= count; n++) await run((number += 1));
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000 / count;
  };
  const measured = upTo.map(([, run]) => ({ run, times: [] as number[] }));
  for (const { run } of measured) await cpuOf(run, warmUp);
  for (let round = 0; round < rounds; round++)
    for (const { run, times } of measured) times.push(await cpuOf(run, documents));
  const times = measured.map((one) => median(one.times));
  const whole = times.at(-1) ?? 1;
  return upTo.map(([stage], index) => {
    const cpu = (times[index] ?? 0) - (times[index - 1] ?? 0);
    return { stage, cpu, share: cpu / whole };
  });
}
