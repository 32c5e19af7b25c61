/** Where a Latin word meets Chinese characters. */
const SEAM = /(?<=[A-Za-z0-9])(?=\p{Script=Han})/gu;

/** A name in both scripts that may break between them (by a space without width), where its style keeps characters together. */
export const breakAtSeam = (name: string) => name.replace(SEAM, "\u200b");
