import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { KeptList } from "@/components/bookmarks/kept-list";
import { DocumentList } from "@/components/rooms/document-list";
import { OpenInvitations } from "@/components/rooms/open-invitations";
import { UpdateList } from "@/components/rooms/update-list";
import { SearchList } from "@/components/saved-searches/search-list";
import { IDLE } from "@/lib/core/form-state";
import { LOCALES } from "@/lib/core/i18n/locales";

const act = async () => IDLE;
const at = new Date("2026-11-26T08:30:00Z");
const named = (text: string) => ({ text, isChinese: false, other: null });
const viewer = { accountId: "a", memberId: "m", role: "member", status: "active" } as never;
const room = { id: "r", slug: "x", isClosed: false } as never;
const people = [{ memberId: "m", role: "lead", isPresent: true }];
const words = ["Plan de masse", "Compte rendu"];

/** A list of two things in a language, each with what is done about it. */
const LISTS: Record<string, (locale: (typeof LOCALES)[number]) => React.ReactElement> = {
  bookmarks: (locale) =>
    createElement(KeptList, {
      ...{ locale, letGo: act, label: "" },
      kept: words.map((fr, i) => ({
        ...{ kind: "project", slug: `${i}`, title: { fr }, originalLocale: "fr", keptAt: at },
      })),
    } as never),
  "saved searches": (locale) =>
    createElement(SearchList, {
      ...{ locale, drop: act },
      searches: words.map((name, i) => ({ id: `${i}`, name, list: "projects", query: "" })),
    } as never),
  documents: (locale) =>
    createElement(DocumentList, {
      ...{ locale, viewer, remove: act },
      room: { ...(room as object), people },
      documents: words.map((title, i) => {
        const version = (number: number) => ({
          ...{ id: `${i}${number}`, number, name: `${i}.pdf`, size: 9, createdAt: at },
          author: { name: named("Odile Verchamp") },
        });
        return { id: `${i}`, title, authorId: "a", versions: [version(2), version(1)] };
      }),
    } as never),
  updates: (locale) =>
    createElement(UpdateList, {
      ...{ locale, viewer, takeBack: act },
      room: { ...(room as object), people },
      updates: words.map((one, i) => ({
        ...{ id: `${i}`, words: one, locale: "fr", isPublic: false, createdAt: at, authorId: "a" },
        author: { name: named("Odile Verchamp") },
      })),
    } as never),
  invitations: (locale) =>
    createElement(OpenInvitations, {
      ...{ locale, withdraw: act },
      invitations: words.map((name, i) => ({
        ...{ id: `${i}`, name: named(name), role: "adviser", createdAt: at },
      })),
    } as never),
};

/** What every button, every fold and every link is called. */
function namesIn(html: string): string[] {
  const found = [...html.matchAll(/<(button|summary|a)\b[^>]*>(.*?)<\/\1>/gs)];
  return found.map(([, tag, inner = ""]) => `${tag} ${inner.replace(/<[^>]+>/g, "")}`);
}

describe.each(Object.keys(LISTS))("a list of %s", (list) => {
  test.each(LOCALES)("calls nothing one can do by the name of another (%s)", (locale) => {
    const names = namesIn(renderToStaticMarkup(LISTS[list]?.(locale) as React.ReactElement));
    const moves = names.filter((name) => !name.startsWith("a "));
    expect(moves.length).toBeGreaterThan(1);
    expect(new Set(moves).size).toBe(moves.length);
  });
});
