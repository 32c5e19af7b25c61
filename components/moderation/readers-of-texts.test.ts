import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { EntryContent } from "@/lib/entries/noun";
import { EVENTS } from "@/lib/events/event";
import { PROJECTS } from "@/lib/projects/project";
import { EntryReview } from "../entries/entry-review";
import { EntryTexts } from "./entry-texts";

type Levels = Pick<EntryContent, "audience" | "textLevel">;

/** How often each is said of an entry, by whoever writes it and by the team that reads it. */
function said(noun: typeof EVENTS | typeof PROJECTS, levels: Levels, locale: Locale) {
  const t = getTranslator(locale, "entries");
  const text = { fr: "Soie" };
  const content = { originalLocale: "fr", title: text, summary: text, text, ...levels } as never;
  const shown = { content, locale, noun, slug: "x", stale: {} } as const;
  const pages = [EntryReview, EntryTexts].map((part) =>
    renderToStaticMarkup(createElement(part as typeof EntryReview, shown)),
  );
  const words = {
    all: t("editor.forAll"),
    members: t("editor.forMembers"),
    contacts: t("levels.contacts"),
    invited: t("editor.forInvited"),
  };
  const isSaid = (one: string) => pages.every((page) => page.includes(`>${one}</span>`));
  return Object.entries(words).flatMap(([who, one]) => (isSaid(one) ? [who] : []));
}

test.each(LOCALES)("in %s, a text of an event is not called public where it is not", (locale) => {
  expect(said(EVENTS, { audience: "public" }, locale)).toEqual(["all"]);
  expect(said(EVENTS, { audience: "members" }, locale)).toEqual(["members"]);
  expect(said(EVENTS, { audience: "invited" }, locale)).toEqual(["invited"]);
});

test.each(LOCALES)("in %s, the full text of a project says to both who reads it", (locale) => {
  expect(said(PROJECTS, { textLevel: "members" }, locale)).toEqual(["all", "members"]);
  expect(said(PROJECTS, { textLevel: "contacts" }, locale)).toEqual(["all", "contacts"]);
});
