import { z } from 'zod';
import { Act, Regulation } from '../src/model/index.ts';

/** The JSON Schemas that editors use to complete and check the YAML files, by file name. */
export const schemas = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ act: Act, regulation: Regulation }).map(([name, schema]) => [
      `${name}.json`,
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', reused: 'ref' }), null, 1)}\n`,
    ]),
  );
