import type { Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { latinAddress } from "@/lib/search/latin-address";

/** Words of the addresses below `/activities`. */
const TAKEN = new Set(["new", "mine"]);

const randomEnd = (length: number) => crypto.randomUUID().replaceAll("-", "").slice(0, length);

/** The address a title asks for: the English one if there is one, else the original; `""` when nothing is readable. */
export function slugOfTitle(title: LocalizedText, original: Locale): string {
  return latinAddress(title.en ?? title[original] ?? "");
}

/** The title's address, or one with a short random end when another activity has it already. */
export function chooseSlug(base: string, isFree: boolean): string {
  if (base === "") return `activity-${randomEnd(6)}`;
  return isFree && !TAKEN.has(base) ? base : `${base}-${randomEnd(4)}`;
}

/** Whether an address can be one of ours at all; anything else never reaches the database. */
export function isSlug(text: string): boolean {
  return /^[a-z0-9-]{1,120}$/.test(text);
}
