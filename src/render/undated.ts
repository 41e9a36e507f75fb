/**
 * A PDF of the browser without the hour it was printed at. The dates are overwritten by others of the same length, so
 * that every offset in the file stays true.
 */
export function undated(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const fixed = text.replace(
    /(\/(?:CreationDate|ModDate) \(D:)(\d{14})/g,
    (_whole, head: string) => `${head}20000101000000`,
  );
  return Uint8Array.from(Buffer.from(fixed, 'latin1'));
}
