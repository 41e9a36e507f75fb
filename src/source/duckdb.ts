import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { diagnostic, failure, success, type Outcome } from '../diagnostics/index.ts';

const NAME = '@duckdb/node-api';

/**
 * As much of `@duckdb/node-api` (1.5) as is used. Its programs take 70 MB for each system, so it is no dependency of anybody's:
 * whoever wants it installs it beside, and its own types are not at hand here.
 */
interface Package {
  readonly DuckDBInstance: {
    create(path: string, options: Readonly<Record<string, string>>): Promise<Instance>;
  };
}
interface Instance {
  connect(): Promise<Connection>;
  closeSync(): void;
}
interface Connection {
  run(sql: string): Promise<unknown>;
  stream(sql: string): Promise<{ fetchChunk(): Promise<Chunk | null> }>;
  createAppender(table: string): Promise<Appender>;
  closeSync(): void;
}
interface Chunk {
  readonly rowCount: number;
  readonly columnCount: number;
  getColumnVector(index: number): { getItem(row: number): unknown };
  getColumns(): readonly (readonly unknown[])[];
}
interface Appender {
  appendUInteger(value: number): void;
  appendVarchar(value: string): void;
  endRow(): void;
  closeSync(): void;
}

const isPackage = (loaded: unknown): loaded is Package =>
  typeof loaded === 'object' && loaded !== null && 'DuckDBInstance' in loaded;

/** Where Node finds the package: from the folder that REGLAMENT_DUCKDB names, else from this program and from the working directory. */
function placeOf(): string | undefined {
  const named = process.env['REGLAMENT_DUCKDB'];
  const starts = named ? [join(named, 'x.js')] : [fileURLToPath(import.meta.url), join(process.cwd(), 'x.js')];
  for (const start of starts) {
    try {
      return createRequire(start).resolve(NAME);
    } catch {
      continue;
    }
  }
  return undefined;
}

/** Bounds of memory: beside it, the allocator gives back what is freed at once (28 MB less for a million answers, at no cost). */
const bounds = { memory_limit: '128MB', allocator_bulk_deallocation_flush_threshold: '1MB' } as const;

/** DuckDB in memory; what does not fit into its bounds goes to a folder of its own that `close` takes away. */
export class Duckdb {
  private readonly instance: Instance;
  private readonly connection: Connection;
  private readonly removeFolder: () => void;

  private constructor(instance: Instance, connection: Connection, removeFolder: () => void) {
    this.instance = instance;
    this.connection = connection;
    this.removeFolder = removeFolder;
  }

  /** Faults: `duckdb-missing`; `duckdb-broken` where the package is there and does not start. */
  static async open(): Promise<Outcome<Duckdb>> {
    const place = placeOf();
    if (place === undefined) return failure([diagnostic('duckdb-missing', {})]);
    const folder = mkdtempSync(join(tmpdir(), 'reglament-duckdb-'));
    const removeFolder = () => rmSync(folder, { recursive: true, force: true });
    // A run that is interrupted ends without `close`.
    process.once('exit', removeFolder);
    try {
      const loaded: unknown = await import(pathToFileURL(place).href);
      if (!isPackage(loaded)) throw new Error(NAME);
      const instance = await loaded.DuckDBInstance.create(':memory:', {
        ...bounds,
        threads: String(Math.min(4, availableParallelism())),
        temp_directory: folder,
        preserve_insertion_order: 'true',
        // What is not in the package is not fetched from the net.
        autoinstall_known_extensions: 'false',
      });
      const connection = await instance.connect();
      await connection.run(`SET TimeZone = 'UTC'`);
      return success(new Duckdb(instance, connection, removeFolder));
    } catch (error) {
      removeFolder();
      return failure([diagnostic('duckdb-broken', { place, reason: reasonOf(error) })]);
    }
  }

  async run(sql: string): Promise<void> {
    await this.connection.run(sql);
  }

  private async *chunks(sql: string): AsyncGenerator<Chunk> {
    const result = await this.connection.stream(sql);
    for (;;) {
      const chunk = await result.fetchChunk();
      if (!chunk || chunk.rowCount === 0) return;
      yield chunk;
    }
  }

  /** The columns of a query that gives nothing but numbers, some thousands of rows at a time; what has 64 bits must be cast to DOUBLE in it. */
  async *numbers(sql: string): AsyncGenerator<readonly (readonly number[])[]> {
    for await (const chunk of this.chunks(sql)) yield chunk.getColumns().map((column) => column.map(Number));
  }

  /** The rows of a query that gives nothing but texts, each made when it is asked for: texts may be long. */
  async *texts(sql: string): AsyncGenerator<readonly string[]> {
    for await (const chunk of this.chunks(sql)) {
      const columns = Array.from({ length: chunk.columnCount }, (_, index) => chunk.getColumnVector(index));
      const rows = chunk.rowCount;
      for (let row = 0; row < rows; row += 1) yield columns.map((column) => String(column.getItem(row)));
    }
  }

  /** The one number that a query gives. */
  async number(sql: string): Promise<number> {
    for await (const [[only = NaN] = []] of this.numbers(sql)) return only;
    return NaN;
  }

  /** Fills a table of two columns: UINTEGER, VARCHAR. */
  async append(table: string, rows: AsyncIterable<readonly [number, string]>): Promise<void> {
    const appender = await this.connection.createAppender(table);
    for await (const [number, text] of rows) {
      appender.appendUInteger(number);
      appender.appendVarchar(text);
      appender.endRow();
    }
    appender.closeSync();
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
    process.off('exit', this.removeFolder);
    this.removeFolder();
  }
}

/** What DuckDB says of a fault, without the lines below in which it may show what stands in the file. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';

/** A text as SQL writes it. */
export const quoted = (text: string): string => `'${text.replace(/'/g, "''")}'`;

/** A file as SQL names it: no pattern, whatever its name, and none of the addresses that DuckDB knows beside files. */
export const filePattern = (file: string): string => quoted(resolve(file).replace(/[*?[]/g, '[$&]'));
