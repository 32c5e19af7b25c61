import { expect, test } from "vitest";
import { splitLinks } from "./split-links";

const linked = (text: string) =>
  splitLinks(text)
    .filter(({ href }) => href)
    .map(({ text: shown }) => shown);

test.each([
  ["Voir https://example.org/devis.pdf.", ["https://example.org/devis.pdf"]],
  ["请看https://example.org/a?b=1&c=2。谢谢", ["https://example.org/a?b=1&c=2"]],
  ["(http://example.org)", ["http://example.org"]],
  ["https://example.org/wiki/Lyon_(ville), puis", ["https://example.org/wiki/Lyon_(ville)"]],
  ["https://fr.example.org/Économie !", ["https://fr.example.org/Économie"]],
  [
    "HTTPS://EXAMPLE.ORG:8443/#x et https://b.example.org",
    ["HTTPS://EXAMPLE.ORG:8443/#x", "https://b.example.org"],
  ],
  ["见https://example.org请看", ["https://example.org"]],
  ["https://example.org/a»", ["https://example.org/a"]],
])("%s", (text, found) => {
  expect(linked(text)).toEqual(found);
});

test.each([
  "javascript:alert(1)",
  "data:text/html,x",
  "ftp://example.org",
  "www.example.org",
  "https://",
  "https://localhost",
  "https://example.org:99999999/",
  "https://ехample.org",
  "https://www.shop.exаmple.org/a",
  "mailto:a@example.org",
])("%s is no link", (text) => {
  expect(linked(text)).toEqual([]);
});

test("a name before the host leads nowhere else than it reads", () => {
  expect(splitLinks("https://bank.example.org@evil.example.com/x")).toEqual([
    { text: "https://bank.example.org", href: "https://bank.example.org/" },
    { text: "@evil.example.com/x" },
  ]);
});

test("joined, the parts are the text again, and markup stays text", () => {
  for (const text of [
    "",
    "rien",
    'a <b href="https://example.org/">b</b> c',
    "https://a.example.org\nfin",
  ]) {
    expect(
      splitLinks(text)
        .map((part) => part.text)
        .join(""),
    ).toBe(text);
  }
  expect(linked('<a href="https://example.org/"onclick=x>')).toEqual(["https://example.org/"]);
});

test("a text of addresses alone is cut a hundred times and stays whole", () => {
  const text = "https://example.org/a ".repeat(300);
  const parts = splitLinks(text);
  expect(parts.filter(({ href }) => href)).toHaveLength(100);
  expect(parts.map((part) => part.text).join("")).toBe(text);
});
