/** A part of a text; `href` for an address that can be followed. */
export type TextPart = { text: string; href?: string };

/**
 * An http(s) address: a whole host in plain letters (nothing that only looks like another one, no name and password
 * before it), then what an address may hold, accents included. Chinese goes on right after one, without a space.
 */
const ADDRESS =
  /https?:\/\/[a-z0-9.-]+(?::\d+)?(?![\w.-]|(?!\p{Script=Han})\p{L})(?:[/?#][\w\p{Script=Latin}\-.~:/?#[\]@!$&'()*+,;=%]*)?/giu;

/** What ends a sentence rather than an address. */
const CLOSING = new Set(".,;:!?'])");

/** Nobody follows more of one text; what comes after them stays text. */
const MOST = 100;

/** A text cut at its addresses, the first hundred in order; joined, the parts are the text again. */
export function splitLinks(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  let left = MOST;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    if (left-- === 0) break;
    const address = trimmed(found);
    const href = asHref(address);
    if (href === null) continue;
    if (index > from) parts.push({ text: text.slice(from, index) });
    parts.push({ text: address, href });
    from = index + address.length;
  }
  return from < text.length ? [...parts, { text: text.slice(from) }] : parts;
}

/** Without the signs after it; a closing bracket stays with the one it closes. Goes once through them. */
function trimmed(found: string): string {
  let unopened = 0;
  for (const sign of found) unopened += sign === ")" ? 1 : sign === "(" ? -1 : 0;
  let end = found.length;
  for (; CLOSING.has(found.charAt(end - 1)); end--) {
    if (found.charAt(end - 1) !== ")") continue;
    if (unopened <= 0) break;
    unopened--;
  }
  return found.slice(0, end);
}

function asHref(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url?.hostname.includes(".") ? url.href : null;
}
