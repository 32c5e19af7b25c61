import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { fold } from "@/lib/core/text/fold";
import { readWords } from "@/lib/search/reading";

const LENGTH = 60;

/** Words of the addresses below `/organisations`. */
const TAKEN = new Set(["new"]);

/**
 * The address a name gives: the French or English name if there is one, else the Chinese one as pinyin. Lower-case
 * letters, digits and hyphens, at most 60; `"organisation"` when nothing readable is left.
 */
export function slugOfName(name: LocalizedText): string {
  const words = name.fr ?? name.en ?? name.zh ?? "";
  const latin = words.replace(/\p{Script=Han}+/gu, (run) => ` ${readWords(run).join(" ")} `);
  const slug = fold(latin)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  const short = slug.slice(0, LENGTH + 1);
  const cut = slug.length <= LENGTH ? slug : short.replace(/-[^-]*$/, "").slice(0, LENGTH);
  return cut || "organisation";
}

/** The address itself, or with the first number that nobody has yet: `soierie-2`. */
export function freeSlug(base: string, taken: readonly string[]): string {
  const isFree = (slug: string) => !taken.includes(slug) && !TAKEN.has(slug);
  if (isFree(base)) return base;
  let number = 2;
  while (!isFree(`${base}-${number}`)) number++;
  return `${base}-${number}`;
}

/** Whether an address can be one of ours at all; anything else never reaches the database. */
export function isSlug(text: string): boolean {
  return /^[a-z0-9-]{1,120}$/.test(text);
}
