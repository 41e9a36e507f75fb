import { checkLibrary } from '../src/check/index.ts';
import { addressesIn, loadLibrary } from '../src/jobs/regulations.ts';
import type { Library } from '../src/model/index.ts';

/** CPU of loading and checking all regulations, and whether it grows in line with their number. */
const cpu = <T>(work: () => T): { value: T; ms: number } => {
  const start = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(start);
  return { value, ms: (user + system) / 1000 };
};

const { value: loaded, ms: loading } = cpu(() => loadLibrary('.', addressesIn('.')));
console.log(`load ${loaded.library.regulations.length} regulations: ${loading.toFixed(0)} ms CPU`);

/** The library many times over, each copy under acts of its own, so that sisters stay as many as they are. */
function copies(library: Library, times: number): Library {
  const all = Array.from({ length: times }, (_, copy) => copy);
  return {
    acts: all.flatMap((copy) => library.acts.map((act) => ({ ...act, id: `${act.id}-${copy}` }))),
    regulations: all.flatMap((copy) =>
      library.regulations.map((one) => ({
        ...one,
        address: `${copy}/${one.address}`,
        act: { ...one.act, id: `${one.act.id}-${copy}` },
      })),
    ),
  };
}

let first = 0;
for (const times of [1, 2, 4]) {
  const library = copies(loaded.library, times);
  cpu(() => checkLibrary(library));
  const { ms, value } = cpu(() => checkLibrary({ ...library }));
  first ||= ms;
  console.log(
    `check ${String(library.regulations.length).padStart(4)} regulations: ${ms.toFixed(0).padStart(5)} ms CPU, ${(ms / first).toFixed(1)} × (linear would be ${times}); ${value.length} findings`,
  );
}
