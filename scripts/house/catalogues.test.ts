import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, test } from "vitest";
import * as lists from "@/db/enums";
import { CATALOGUES, type Catalogue } from "@/lib/core/i18n/catalogues";
import { LOCALES } from "@/lib/core/i18n/locales";
import { flatten, readSource } from "./house-files";

const flat = {
  fr: new Map(flatten(CATALOGUES.fr)),
  en: new Map(flatten(CATALOGUES.en)),
  zh: new Map(flatten(CATALOGUES.zh)),
};

/** The names of a message's placeholders and tags, in every branch. */
function placeholders(text: string): string[] {
  const names = new Set<string>();
  const visit = (parts: MessageFormatElement[]) => {
    for (const part of parts) {
      if (part.type !== TYPE.literal && part.type !== TYPE.pound) names.add(part.value);
      if (part.type === TYPE.tag) visit(part.children);
      if (part.type === TYPE.select || part.type === TYPE.plural) {
        for (const { value } of Object.values(part.options)) visit(value);
      }
    }
  };
  visit(parse(text));
  return [...names].sort();
}

describe("catalogues", () => {
  test.each(LOCALES)("%s has every key and no other", (locale) => {
    expect([...flat[locale].keys()].sort()).toEqual([...flat.en.keys()].sort());
  });

  test.each(LOCALES)("%s leaves no message empty", (locale) => {
    expect([...flat[locale]].filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  test.each(LOCALES)("%s has the same placeholders", (locale) => {
    const differing = [...flat[locale]]
      .map(([key, text]) => [key, placeholders(text), placeholders(flat.en.get(key) ?? "")])
      .filter(([, here, there]) => String(here) !== String(there));
    expect(differing).toEqual([]);
  });

  test("French spacing: narrow before ; ! ? and inside « », no-break before :", () => {
    const bad = [...flat.fr].filter(([, text]) =>
      /[^\u202f\s][;!?](?=\s|$)|[ \u00a0][;!?]|[^\u00a0]:(?=\s|$)|«[^\u202f]|[^\u202f]»|'/.test(
        text,
      ),
    );
    expect(bad).toEqual([]);
  });

  test("French figures keep together: narrow between thousands, no-break before €", () => {
    const bad = [...flat.fr].filter(([, text]) =>
      /(?<![+\d])\d{1,3}[ \u00a0]\d{3}(?!\d)|\d[ \u202f]€/.test(text),
    );
    expect(bad).toEqual([]);
  });

  test("Chinese punctuation is full-width next to Chinese", () => {
    const bad = [...flat.zh].filter(([, text]) =>
      /\p{Script=Han}[,;:!?()]|[,;:!?(]\p{Script=Han}/u.test(text),
    );
    expect(bad).toEqual([]);
  });

  test("no Chinese page keeps an English sentence", () => {
    const alike = [...flat.zh].filter(
      ([key, text]) => /[a-z]{3,} [a-z]{3,}/.test(text) && text === flat.en.get(key),
    );
    expect(alike).toEqual([]);
  });
});

/** The closed lists of the database, as `enums` names them. */
const LISTS: Record<keyof Catalogue["enums"], readonly string[]> = {
  role: lists.ROLES,
  status: lists.MEMBERSHIP_STATUSES,
  visibility: lists.VISIBILITIES,
  moderation: lists.MODERATION_STATES,
  progress: lists.PROGRESS_STATES,
  verdict: lists.VERDICTS,
  nameOrder: lists.NAME_ORDERS,
  theme: lists.THEMES,
  application: lists.APPLICATION_STATES,
  country: lists.COUNTRIES,
  affiliationRole: lists.AFFILIATION_ROLES,
};

test("the words of a closed list are those that the database knows, in its order", () => {
  const words = Object.entries(CATALOGUES.en.enums).map(([name, list]) => [
    name,
    Object.keys(list),
  ]);
  expect(Object.fromEntries(words)).toEqual(LISTS);
});

test("the states are those the product rules, no others", () => {
  expect(LISTS.moderation.join(" ")).toBe(
    "draft submitted changes-requested published refused withdrawn archived",
  );
  expect(LISTS.status.join(" ")).toBe("pending active suspended lapsed left");
  expect(LISTS.progress.join(" ")).toBe(
    "idea scoping seeking-partners paused negotiating in-progress completed on-hold dropped",
  );
});

test("versions stay at or above their floors", () => {
  const { dependencies } = JSON.parse(readSource("package.json"));
  const floors: Record<string, string> = {
    next: "16.4.6",
    react: "19.3.1",
    "next-auth": "4.24.15",
    nodemailer: "10.6.0",
    "drizzle-orm": "0.45.4",
  };
  const below = Object.entries(floors).filter(
    ([name, floor]) => dependencies[name].localeCompare(floor, "en", { numeric: true }) < 0,
  );
  expect(below).toEqual([]);
});
