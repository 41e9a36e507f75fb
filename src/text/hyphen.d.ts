declare module 'hyphen/ru/index.js' {
  export function hyphenateSync(
    text: string,
    options?: { readonly hyphenChar?: string; readonly minWordLength?: number },
  ): string;
}
