const LONGEST = 120;

/**
 * The name of a sent file as others read it: without folders, control characters, direction marks and double spaces,
 * at most 120 characters with its ending kept. `file` when nothing readable is left before the ending.
 */
export function shownFileName(name: string): string {
  const plain = name
    .toWellFormed()
    .normalize("NFC")
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069"<>|?*:]/gu, "")
    .replace(/^.*[\\/]/, "")
    .replace(/\s+/g, " ")
    .trim();
  const [, stem = plain, ending = ""] = /^(.*?)(\.[A-Za-z0-9]{1,5})$/.exec(plain) ?? [];
  const kept = [...stem]
    .slice(0, LONGEST - ending.length)
    .join("")
    .trim();
  return `${kept === "" ? "file" : kept}${ending}`;
}

/** A size in megabytes with one decimal, never nothing. */
export function megabytes(size: number): number {
  return Math.max(0.1, Math.round((size / 1024 ** 2) * 10) / 10);
}
