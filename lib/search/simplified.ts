import { Converter } from "opencc-js/t2cn";

const toSimplified = Converter({ from: "t", to: "cn" });

/**
 * A text with every traditional character in its simplified form, so that 廣州 and 广州 are one. Character by
 * character, without looking at words: what is searched and what is kept always give the same. For comparing only;
 * a reader is never shown it. Source of the table: OpenCC.
 */
export function simplified(text: string): string {
  return text.replace(/\p{Script=Han}/gu, toSimplified);
}
