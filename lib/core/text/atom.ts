/** A text with the language it is in, as `lang` has it. */
type Said = { text: string; lang: string };

export type AtomEntry = {
  /** The key of what it tells of, a UUID: the same in every language. */
  id: string;
  title: Said;
  summary: Said | null;
  /** Its page, absolute. */
  page: string;
  kind: string;
  publishedAt: Date;
  updatedAt: Date;
};

export type AtomFeed = {
  lang: string;
  title: string;
  subtitle: string;
  /** Its own address, which is its name for good, and that of the page it follows; absolute. */
  self: string;
  page: string;
  author: { name: string; page: string };
  /** What it says of its age as long as it is empty. */
  since: Date;
  entries: readonly AtomEntry[];
};

/** What XML 1.0 cannot hold, however it is written (section 2.2). */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const ESCAPED: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const escaped = (text: string) =>
  text.replace(UNWRITABLE, "").replace(/[&<>"]/g, (sign) => ESCAPED[sign] ?? "");

const said = (name: string, { text, lang }: Said) =>
  `<${name} xml:lang="${escaped(lang)}">${escaped(text)}</${name}>`;

const link = (rel: string, type: string, href: string) =>
  `<link rel="${rel}" type="${type}" href="${escaped(href)}"/>`;

const entryOf = ({ id, title, summary, page, kind, ...at }: AtomEntry) => `<entry>
<id>urn:uuid:${escaped(id)}</id>
${said("title", title)}
${link("alternate", "text/html", page)}
<published>${at.publishedAt.toISOString()}</published>
<updated>${at.updatedAt.toISOString()}</updated>
<category term="${escaped(kind)}"/>
${summary ? `${said("summary", summary)}\n` : ""}</entry>`;

/** A feed as Atom 1.0 (RFC 4287) has it. Nobody but the author of the feed is named in it. */
export function writeAtom({ entries, author, ...feed }: AtomFeed): string {
  const updated = Math.max(...entries.map((entry) => entry.updatedAt.getTime()));
  const at = entries.length > 0 ? new Date(updated) : feed.since;
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(feed.lang)}">
<id>${escaped(feed.self)}</id>
<title>${escaped(feed.title)}</title>
<subtitle>${escaped(feed.subtitle)}</subtitle>
${link("self", "application/atom+xml", feed.self)}
${link("alternate", "text/html", feed.page)}
<updated>${at.toISOString()}</updated>
<author><name>${escaped(author.name)}</name><uri>${escaped(author.page)}</uri></author>
${entries.map((entry) => `${entryOf(entry)}\n`).join("")}</feed>
`;
}
