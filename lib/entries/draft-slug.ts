/** The address of an entry that has no final title yet, of its random key: its owner finds it there later too. */
export function draftSlug(id: string = crypto.randomUUID()): string {
  return `draft-${id.replaceAll("-", "").slice(0, 10)}`;
}

/** The random key of an entry that begins, and its address until it has a title. */
export function draftKeys(): { id: string; slug: string } {
  const id = crypto.randomUUID();
  return { id, slug: draftSlug(id) };
}

/** The first and the last key of which this is the address of a draft; null for any other address. */
export function keysOfDraft(slug: string): [first: string, last: string] | null {
  if (!isDraftSlug(slug)) return null;
  const begin = `${slug.slice(6, 14)}-${slug.slice(14)}`;
  return [`${begin}00-0000-0000-000000000000`, `${begin}ff-ffff-ffff-ffffffffffff`];
}

/** Whether the address is still the one of a draft. */
export function isDraftSlug(slug: string): boolean {
  return /^draft-[0-9a-f]{10}$/.test(slug);
}

/** Whether the club team ever had it: an entry gets its own address when it is first handed in. */
export function wasHandedIn(entry: { slug: string; submittedAt: Date | null }): boolean {
  return entry.submittedAt !== null || !isDraftSlug(entry.slug);
}
