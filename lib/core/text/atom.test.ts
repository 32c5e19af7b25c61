import { expect, test } from "vitest";
import { writeAtom } from "./atom";

test("no sign of a text is read as one of the feed", () => {
  const text = `</title><entry>&"'\u0000\u000b\ud800`;
  const feed = writeAtom({
    lang: "fr-FR",
    title: text,
    subtitle: text,
    self: "https://club.example/fr/feed.xml",
    page: "https://club.example/fr?a=1&b=2",
    author: { name: text, page: "https://club.example/fr" },
    since: new Date("2026-11-26"),
    entries: [],
  });
  expect(feed).toContain("<title>&lt;/title&gt;&lt;entry&gt;&amp;&quot;'</title>");
  expect(feed).toContain('href="https://club.example/fr?a=1&amp;b=2"');
  expect(feed).toContain("<updated>2026-11-26T00:00:00.000Z</updated>");
  expect(feed).not.toContain("<entry>");
});
