/** So many Latin letters say about as much as one Chinese character. */
const LATIN_PER_HAN = 3;

/** A minimum in characters, for a text in Latin letters and for one in Chinese. */
export const leastLengths = (latin: number) => ({
  latin,
  chinese: Math.ceil(latin / LATIN_PER_HAN),
});

/**
 * How many characters a text must have where `latin` are asked of one in Latin letters. A text is Chinese where its Han
 * characters say as much as its other letters, whatever the language of the page it was written on.
 */
export const leastLengthOf = (text: string, latin: number): number =>
  isChinese(text) ? leastLengths(latin).chinese : latin;

/** Whether its Han characters say as much as its other letters. */
export function isChinese(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return han > 0 && han * LATIN_PER_HAN >= letters - han;
}
