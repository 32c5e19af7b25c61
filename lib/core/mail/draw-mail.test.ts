import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { LOCALES } from "../i18n/locales";
import { drawMail } from "./draw-mail";
import { MailFrame } from "./mail-frame";
import type { MailPart } from "./mail-parts";
import { staticMarkup } from "./static-markup";

const PARTS: MailPart[] = [
  { type: "text", text: "Une ligne\net l’autre <b>" },
  { type: "quote", words: "Bonjour\n\n\"Merci\" & 'à bientôt'" },
  { type: "code", code: "123456" },
  { type: "heading", text: "新项目" },
  {
    type: "list",
    items: [
      { title: "Soie", href: "https://club.example/fr/a?b=1&c=2", note: "Lyon\nCanton" },
      { title: "Thé" },
    ],
  },
  { type: "facts", rows: [["Secteur", "Textile"] as const, ["Villes", "Lyon\nCanton"] as const] },
  { type: "button", label: "Accepter", href: "https://club.example/oui", isPrimary: true },
  { type: "button", label: "Pas maintenant", href: "https://club.example/non" },
];

describe.each(LOCALES)("a letter in %s", (locale) => {
  const frame = {
    locale,
    club: "Club",
    subject: "Objet <1>",
    preheader: "Un fait",
    greeting: "Bonjour,",
    parts: PARTS,
    footer: "Club\nÉcrivez-nous",
    unsubscribe: { label: "Ne plus recevoir", href: "https://club.example/x?a=1&b=2" },
  };

  test("is drawn as React draws it", () => {
    const expected = renderToStaticMarkup(createElement(MailFrame, frame))
      .replaceAll("/>", ">")
      .replace("charSet", "charset")
      // For pages; a mail programme finds nothing there.
      .replace('<link rel="preload" as="image" href="cid:mark">', "");
    expect(staticMarkup(MailFrame(frame))).toBe(expected);
  });

  test("asks nothing of another server", () => {
    const { html } = drawMail(locale, { subject: "Objet", preheader: "Un fait", parts: PARTS });
    expect(html.match(/src="[^"]*"/g)).toEqual(['src="cid:mark"']);
    expect(html).not.toMatch(/url\(|@import|<link|<script/);
  });

  test("shows a line of news before its greeting, which the text does without", () => {
    const news = "Une nouvelle ".repeat(30);
    const letter = { subject: "Objet", preheader: news, name: "赵文琪", parts: PARTS };
    const { html, text } = drawMail(locale, letter);
    const shown = html.slice(html.indexOf("<body"), html.indexOf("赵文琪")).replace(/<[^>]*>/g, "");
    expect(shown).toMatch(/^Une nouvelle .{20,97}…(\u00a0\u200c)+/u);
    expect(text).not.toContain("Une nouvelle");
  });
});

test("the text says what the page says: quotes behind a sign, links written out", () => {
  const { text } = drawMail("fr", { subject: "Objet", preheader: "", parts: PARTS });
  expect(text.slice(0, text.indexOf("-- \n"))).toBe(`Bonjour,

Une ligne
et l’autre <b>

> Bonjour
> 
> "Merci" & 'à bientôt'

123456

新项目
===

– Soie
  Lyon
  Canton
  https://club.example/fr/a?b=1&c=2
– Thé

Secteur\u00a0: Textile
Villes\u00a0: Lyon
Canton

Accepter\u00a0: https://club.example/oui

Pas maintenant\u00a0: https://club.example/non

`);
});
