declare module '@pdf-lib/fontkit' {
  import type { PDFDocument } from 'pdf-lib-original';
  const fontkit: Parameters<PDFDocument['registerFontkit']>[0];
  export default fontkit;
}

declare module 'pdfkit' {
  interface TextOptions {
    readonly lineBreak?: boolean;
  }
  export default class PDFDocument {
    constructor(options: { readonly size?: string; readonly margin?: number; readonly info?: Record<string, unknown> });
    registerFont(name: string, bytes: Uint8Array): this;
    font(name: string): this;
    fontSize(size: number): this;
    widthOfString(text: string): number;
    text(text: string, x: number, y: number, options?: TextOptions): this;
    rect(x: number, y: number, width: number, height: number): this;
    fill(): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    lineWidth(width: number): this;
    stroke(): this;
    addPage(): this;
    on(event: 'data', listener: (chunk: Buffer) => void): this;
    on(event: 'end', listener: () => void): this;
    end(): void;
  }
}

declare module 'pdfmake' {
  const pdfmake: {
    setLocalAccessPolicy(policy: (path: string) => boolean): void;
    setUrlAccessPolicy(policy: (url: string) => boolean): void;
    addFonts(fonts: Readonly<Record<string, { readonly normal: string; readonly bold: string }>>): void;
    createPdf(definition: object): { getBuffer(): Promise<Buffer> };
  };
  export default pdfmake;
}

declare module 'react' {
  /** What `createElement` gives; only handed on. */
  export interface Element {
    readonly type: unknown;
  }
  export function createElement(type: unknown, props: object, ...children: readonly unknown[]): Element;
}

declare module '@react-pdf/renderer' {
  import type { Element } from 'react';
  export const Document: unknown, Page: unknown, Path: unknown, Svg: unknown, Text: unknown, View: unknown;
  export const Font: {
    register(family: {
      readonly family: string;
      readonly fonts: readonly { readonly src: string; readonly fontWeight: number }[];
    }): void;
  };
  export function renderToBuffer(document: Element): Promise<Buffer>;
}
