import { randomMark } from "@/lib/core/text/slug";

/** The address of an entry that has no final title yet; it tells nothing. */
export function draftSlug(): string {
  return `draft-${randomMark(10)}`;
}

/** Whether the address is still the one of a draft. */
export function isDraftSlug(slug: string): boolean {
  return /^draft-[0-9a-f]{10}$/.test(slug);
}

/** Whether the club team ever had it: an entry gets its own address when it is first handed in. */
export function wasHandedIn(entry: { slug: string; submittedAt: Date | null }): boolean {
  return entry.submittedAt !== null || !isDraftSlug(entry.slug);
}
