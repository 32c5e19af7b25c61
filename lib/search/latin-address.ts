import type { Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
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

/** The address that a title gives, as `latinAddress`: the English title if there is one, else the original one. */
export function slugOfTitle(title: LocalizedText, original: Locale): string {
  return latinAddress(title.en ?? title[original] ?? "");
}
