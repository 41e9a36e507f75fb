/** Letters, digits and what joins them; case, marks of what is required, spaces and «ё» make no difference. */
export const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\u00A0*]+/g, ' ')
    .replace(/ё/g, 'е')
    .trim();
