import { fold } from "@/lib/core/text/fold";
import { readWords } from "./reading";

const LENGTH = 60;

/**
 * The words as a part of an address, Chinese read as pinyin: lower-case letters, digits and hyphens, at most 60,
 * not cut inside a word; `""` when nothing readable is left.
 */
export function latinAddress(words: string): string {
  const latin = words.replace(/\p{Script=Han}+/gu, (run) => ` ${readWords(run).join(" ")} `);
  const address = fold(latin)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  if (address.length <= LENGTH) return address;
  return address
    .slice(0, LENGTH + 1)
    .replace(/-[^-]*$/, "")
    .slice(0, LENGTH);
}
