/** Whether an address can be one of ours at all; anything else never reaches the database. */
export function isSlug(text: string): boolean {
  return /^[a-z0-9-]{1,120}$/.test(text);
}

/** The address itself, or with the first number that nobody has yet: `soierie-2`. `reserved` are words of other pages. */
export function freeSlug(
  base: string,
  taken: readonly string[] | ReadonlySet<string>,
  reserved: readonly string[] = [],
): string {
  const isTaken = (slug: string) => ("has" in taken ? taken.has(slug) : taken.includes(slug));
  const isFree = (slug: string) => !isTaken(slug) && !reserved.includes(slug);
  if (isFree(base)) return base;
  let number = 2;
  while (!isFree(`${base}-${number}`)) number++;
  return `${base}-${number}`;
}

/** Words of the addresses below `/projects` and the like, and the addresses that pages of the club alone have. */
const RESERVED = [
  ...["new", "mine", "topics"],
  ...["legal", "privacy", "charter", "accessibility", "about"],
];

/**
 * The address itself, or with a short random end that nobody has yet where it is taken (`taken`: all that begin with it);
 * `project-3f9a1c` when nothing is readable.
 */
export function chooseSlug(noun: string, base: string, taken: readonly string[]): string {
  if (base === "") return `${noun}-${randomMark(6)}`;
  let slug = base;
  while (taken.includes(slug) || RESERVED.includes(slug)) slug = `${base}-${randomMark(4)}`;
  return slug;
}

/** So many random letters and digits of an address. */
const randomMark = (length: number) => crypto.randomUUID().replaceAll("-", "").slice(0, length);
