import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { parse } from 'yaml';

/** Cases of several kinds, each with the number of its documents. */
const templates = [
  { name: 'mint102-poisons-licence', documents: 3 },
  { name: 'miir138-transit-permit-ru', documents: 4 },
  { name: 'mint102-poisons-refusal', documents: 1 },
] as const;

/** Writes cases as NDJSON until they give that many documents, each case under a number of its own; gives how many they give. */
export function writeCases(file: string, atLeast: number): number {
  const cases = templates.map(({ name, documents }) => ({
    data: parse(readFileSync(`examples/cases/${name}.yaml`, 'utf8')) as Record<string, unknown>,
    documents,
  }));
  const handle = openSync(file, 'w');
  let given = 0;
  for (let n = 0; given < atLeast; n += 1) {
    const one = cases[n % cases.length];
    if (!one) break;
    writeSync(handle, `${JSON.stringify({ ...one.data, case: `${String(one.data['case'])}-${n}` })}\n`);
    given += one.documents;
  }
  closeSync(handle);
  return given;
}
