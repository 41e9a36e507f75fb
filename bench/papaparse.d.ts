declare module 'papaparse' {
  import type { Readable } from 'node:stream';

  interface Options<T> {
    readonly chunk: (results: { readonly data: readonly T[] }) => void;
    readonly complete: () => void;
    readonly error: (error: Error) => void;
  }
  const Papa: { parse<T>(input: Readable, options: Options<T>): void };
  export default Papa;
}
