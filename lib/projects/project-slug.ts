import type { Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { latinAddress } from "@/lib/search/latin-address";

/** Words of the addresses below `/projects`. */
const TAKEN = new Set(["new", "mine"]);

const randomEnd = (length: number) => crypto.randomUUID().replaceAll("-", "").slice(0, length);

/** The address of a project that has no final title yet; it tells nothing. */
export function draftSlug(): string {
  return `draft-${randomEnd(10)}`;
}

/** Whether the address is still the one of a draft. */
export function isDraftSlug(slug: string): boolean {
  return /^draft-[0-9a-f]{10}$/.test(slug);
}

/** Whether the club team ever had it: a project gets its own address when it is first handed in. */
export function wasHandedIn(project: { slug: string; submittedAt: Date | null }): boolean {
  return project.submittedAt !== null || !isDraftSlug(project.slug);
}

/**
 * The address that a title gives: the English title if there is one, else the original one, Chinese read as pinyin.
 * Lower-case letters, digits and hyphens, at most 60; `""` when nothing readable is left.
 */
export function slugOfTitle(title: LocalizedText, original: Locale): string {
  return latinAddress(title.en ?? title[original] ?? "");
}

/** The title's address, or one with a short random end when another project has it already. */
export function chooseSlug(base: string, isFree: boolean): string {
  if (base === "") return `project-${randomEnd(6)}`;
  return isFree && !TAKEN.has(base) ? base : `${base}-${randomEnd(4)}`;
}

/** Whether an address can be one of ours at all; anything else never reaches the database. */
export function isSlug(text: string): boolean {
  return /^[a-z0-9-]{1,120}$/.test(text);
}
