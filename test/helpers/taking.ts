import { readVocabulary } from '../../src/jobs/report-texts.ts';
import type { Diagnostic } from '../../src/diagnostics/index.ts';
import type { Period } from '../../src/model/response.ts';
import { CsvReader } from '../../src/source/csv.ts';
import { JsonReader } from '../../src/source/ndjson.ts';
import { Intake, type Rejected } from '../../src/survey/intake.ts';
import { TableIntake } from '../../src/survey/table-intake.ts';
import { surveyServicesStub } from './survey.ts';

const read = readVocabulary();
if (!read.ok) throw new Error('the vocabulary is broken');
const vocabulary = read.value;

/** What became of a text that was read as answers. */
export interface Taken {
  readonly intake: Intake;
  readonly rejected: Rejected[];
  readonly findings: Diagnostic[];
}

export interface Options {
  readonly period?: Period;
  readonly previous?: Period;
  readonly json?: boolean;
  readonly keep?: number;
  readonly ownIds?: boolean;
}

/** An intake with nothing in it, and the sink that fills it. */
export function taking(
  file: string,
  { period = {}, previous, json = false, keep = 1000, ownIds = false }: Options = {},
) {
  const rejected: Rejected[] = [];
  const findings: Diagnostic[] = [];
  const intake = new Intake({
    services: surveyServicesStub,
    vocabulary,
    period,
    ...(previous ? { previous } : {}),
    keep,
    keepComments: 100,
    ownIds,
    onReject: (one) => rejected.push(one),
  });
  const table = new TableIntake(intake, file, findings, { asPrevious: false, titled: !json });
  return { intake, rejected, findings, table };
}

export function take(text: string | Buffer, options: Options = {}): Taken {
  const { table, ...taken } = taking('x.csv', options);
  const reader = options.json ? new JsonReader(table) : new CsvReader(table);
  reader.push(Buffer.from(text));
  reader.end();
  table.finish();
  return taken;
}

export const tally = ({ read, accepted, rejected, current, previousCount }: Intake) => ({
  read,
  accepted,
  rejected,
  current,
  previousCount,
});

export const head = 'id;service;date;quality;accessibility;region;channel;language;comment\n';
export const service = 'miir-138-2019/transit-permit';
export const good = `1;${service};2025-02-03;3;2;город Алматы;ЦОН;ru;\n`;
