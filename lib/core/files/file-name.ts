const LONGEST = 120;

/** Of a longer name only the end is looked at: a form may carry one of megabytes. */
const LOOKED_AT = 1000;

/**
 * The name of a sent file as others read it: without folders, control characters, direction marks and double spaces,
 * at most 120 characters with its ending kept. `file` when nothing readable is left before the ending.
 */
export function shownFileName(name: string): string {
  const plain = name
    .slice(-LOOKED_AT)
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

const KILOBYTE = 1024;
const MEGABYTE = 1024 ** 2;

/**
 * A size in bytes as people read it: whole kilobytes below 100 of them, else megabytes with one decimal; never nothing.
 * The words and the decimal sign are the catalogue's.
 */
export function shownSize(bytes: number): { amount: number; unit: "kilobytes" | "megabytes" } {
  const kilobytes = Math.max(1, Math.round(bytes / KILOBYTE));
  if (kilobytes < 100) return { amount: kilobytes, unit: "kilobytes" };
  return { amount: Math.round((bytes / MEGABYTE) * 10) / 10, unit: "megabytes" };
}
