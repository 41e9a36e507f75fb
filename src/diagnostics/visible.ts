/** The number of a character as Unicode writes it: U+202E. */
export const codePointOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/**
 * A text that can be shown on a terminal: characters that nobody sees, that turn the direction of writing or that command
 * the terminal stand as their numbers. Tabs stay.
 */
export const visible = (text: string): string =>
  text.replace(/(?!\t)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) => `\\u{${codePointOf(character).slice(2)}}`);
