/** A part of a text; `href` for an address that can be followed. */
export type TextPart = { text: string; href?: string };

/**
 * An http(s) address: a whole host in plain letters (nothing that only looks like another one, no name and password
 * before it), then what an address may hold, accents included. Chinese goes on right after one, without a space.
 */
const ADDRESS =
  /https?:\/\/[a-z0-9.-]+(?::\d+)?(?![\w.-]|(?!\p{Script=Han})\p{L})(?:[/?#][\w\p{Script=Latin}\-.~:/?#[\]@!$&'()*+,;=%]*)?/giu;

/** What ends a sentence rather than an address. */
const CLOSING = /[.,;:!?'\])]$/;

/** A text cut at its addresses, in order; joined, the parts are the text again. */
export function splitLinks(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = trimmed(found);
    const href = asHref(address);
    if (href === null) continue;
    if (index > from) parts.push({ text: text.slice(from, index) });
    parts.push({ text: address, href });
    from = index + address.length;
  }
  return from < text.length ? [...parts, { text: text.slice(from) }] : parts;
}

/** Without the signs after it; a closing bracket stays with the one it closes. */
function trimmed(found: string): string {
  const last = found.at(-1);
  const isPaired = last === ")" && found.split("(").length >= found.split(")").length;
  return CLOSING.test(found) && !isPaired ? trimmed(found.slice(0, -1)) : found;
}

function asHref(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url?.hostname.includes(".") ? url.href : null;
}
