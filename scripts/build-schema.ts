import * as z from 'zod';
import { calendarYearSchema } from '../src/model/calendar.ts';
import { Case } from '../src/model/case.ts';
import { DiagramLayout } from '../src/model/diagram.ts';
import { Act, Regulation } from '../src/model/index.ts';
import { Citations, Grounds, Names, NumberFormats } from '../src/model/law.ts';
import { Response } from '../src/model/response.ts';
import { TableMap } from '../src/model/table-map.ts';

const models = {
  act: Act,
  regulation: Regulation,
  case: Case,
  grounds: Grounds,
  citations: Citations,
  numbers: NumberFormats,
  names: Names,
  'calendar-year': calendarYearSchema,
  'diagram-layout': DiagramLayout,
  response: Response,
  'table-map': TableMap,
} as const;

/** The JSON Schemas that editors use to complete and check the YAML files, by file name. */
export const schemas = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(models).map(([name, schema]) => [
      `${name}.json`,
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', reused: 'ref', unrepresentable: 'any' }), null, 1)}\n`,
    ]),
  );
