/** In characters as people count them, where the browser knows them. */
export function countCharacters(text: string): number {
  if (typeof Intl.Segmenter !== "function") return Array.from(text).length;
  return Array.from(new Intl.Segmenter().segment(text)).length;
}
