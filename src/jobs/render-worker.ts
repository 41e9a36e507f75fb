import { parentPort, workerData } from 'node:worker_threads';
import { Journal } from '../store/index.ts';
import type { CaseUnit } from './case-unit.ts';
import { Ledger } from './manifest.ts';
import { renderSafely } from './render-case.ts';
import { openWorkshop, type RenderOptions } from './workshop.ts';

// Both ends are ours: `render-batch` sends the options once, then units.
const options = workerData as RenderOptions;
const workshop = openWorkshop(options, new Ledger(options.out, new Journal(options.out, 'manifest').entries));

parentPort?.on('message', (unit: CaseUnit) => {
  void renderSafely(unit, workshop).then((result) => {
    // The bytes are handed over, not copied.
    const buffers = result.made.flatMap(({ bytes }) => (bytes?.buffer instanceof ArrayBuffer ? [bytes.buffer] : []));
    parentPort?.postMessage(result, buffers);
  });
});
