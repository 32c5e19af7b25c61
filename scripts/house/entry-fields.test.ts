import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { EntryField } from "@/components/entries/entry-field";
import { dossierField } from "@/components/moderation/dossier-field";
import { FormContext } from "@/components/ui/form-context";
import { referenceItems } from "@/db/reference/lists";
import { ASKS } from "@/lib/asks/ask";
import { COOPERATIONS } from "@/lib/cooperations/cooperation";
import { IDLE } from "@/lib/core/form-state";
import { formCopy } from "@/lib/core/i18n/form-copy";
import { LOCALES } from "@/lib/core/i18n/locales";
import { choicesOf, type Description, fieldsLike } from "@/lib/entries/description";
import { sectionsOf } from "@/lib/entries/editor-steps";
import type { Noun } from "@/lib/entries/noun";
import { fieldName, nounWords } from "@/lib/entries/noun-words";
import { readStored } from "@/lib/entries/stored-entry";
import { chosenWords } from "@/lib/entries/value-words";
import { EVENTS, listGaps as eventGaps } from "@/lib/events/event";
import { EXPERIENCES } from "@/lib/experiences/experience";
import { HERITAGE, listGaps as heritageGaps } from "@/lib/heritage/heritage";
import { PAGES } from "@/lib/pages/page";
import { PROJECT, PROJECT_CHOICES, PROJECTS } from "@/lib/projects/project";
import { listFiles, readSource } from "./house-files";

const sourceOf = (ending: RegExp) =>
  listFiles("components/projects", ending).map(readSource).join();

const NOUNS: Noun[] = [PROJECTS, EXPERIENCES, COOPERATIONS, HERITAGE, PAGES, ASKS, EVENTS];

test.each(NOUNS)("each field and each section of a $kind has a name in each language", (noun) => {
  for (const locale of LOCALES) {
    const say = nounWords(noun, locale);
    for (const name of Object.keys(noun.fields)) expect(fieldName(noun, name, locale)).toBeTruthy();
    for (const section of sectionsOf(noun.fields)) {
      expect(say(`steps.${section}`)).toBeTruthy();
      expect(say(`stepHints.${section}`)).toBeTruthy();
    }
  }
});

test.each(NOUNS)("each text and each choice of a $kind has a name for the club team", (noun) => {
  const asked = [...fieldsLike(noun.fields, { kind: "text" }), ...choicesOf(noun.fields)];
  for (const locale of LOCALES)
    for (const name of asked) expect(dossierField(noun, name, locale)).toBeTruthy();
});

test.each(NOUNS)("no value that is chosen in a $kind is shown as it is kept", (noun) => {
  for (const name of choicesOf(noun.fields)) {
    const field = noun.fields[name];
    const of = field && "of" in field ? field.of : [];
    const values = typeof of === "string" ? referenceItems(of).map(({ slug }) => slug) : of;
    for (const [locale, value] of LOCALES.flatMap((one) =>
      values.map((slug) => [one, slug] as const),
    )) {
      const content = { [name]: field?.kind === "choices" ? [value] : value };
      expect(chosenWords(noun, content, name, locale), `${name} ${locale}`).not.toBe(value);
    }
  }
});

const AT_TIMES = [
  ["place", EVENTS, eventGaps, { format: "in-person" }, "eventPlaceNeeded"],
  ["starts", HERITAGE, heritageGaps, { part: "date" }, "required"],
  ["figure", HERITAGE, heritageGaps, { part: "figure", starts: "1921" }, "required"],
] as const;

test.each(AT_TIMES)(
  "%s, which is needed at times, says when it is optional",
  (name, noun, gaps, chosen, lacks) => {
    const content = readStored<Description>(noun.fields, chosen) as never;
    const needed = gaps(content).filter(({ field, code }) => field === name && code === lacks);
    expect(needed).toHaveLength(1);
    for (const locale of LOCALES) {
      const entry = { content, stale: {} };
      const field = createElement(EntryField, { noun, name, entry, locale });
      const form = {
        state: IDLE,
        pending: false,
        pressed: null,
        scope: "",
        copy: formCopy(locale),
      };
      const html = renderToStaticMarkup(createElement(FormContext, { value: form }, field));
      const [label = ""] = html.split("</label>");
      expect(label).toContain(nounWords(noun, locale)(`optional.${name}`));
      expect(label).not.toContain(formCopy(locale).optional);
    }
  },
);

test("each field of a project is asked for in a section of its editor", () => {
  const asked = sourceOf(/(-section|-fields)\.tsx$/);
  const left = Object.keys(PROJECT).filter((field) => !asked.includes(`"${field}"`));
  expect(left).toEqual([]);
});

test("each choice of a project is told on its page, but those that its head tells", () => {
  const told = sourceOf(/project-(band|facts)\.tsx$/);
  const left = PROJECT_CHOICES.filter((field) => !new RegExp(`fact[(s."]+${field}"`).test(told));
  expect(left).toEqual(["originalLocale", "profileType"]);
});

test("each text of a project is drawn on its page", () => {
  const drawn = sourceOf(/project-(head|body)\.tsx$/);
  const texts = fieldsLike(PROJECT, { kind: "text" });
  expect(texts.filter((field) => !new RegExp(`\\b${field}\\b`).test(drawn))).toEqual([]);
});

test.each(NOUNS)(
  "a text of a $kind is asked for with its paragraphs, but what is one line",
  (noun) => {
    for (const name of fieldsLike(noun.fields, { kind: "text" })) {
      const content = { originalLocale: "fr", title: {}, [name]: { fr: "Un.\n\nDeux." } };
      const entry = { content, stale: {} } as unknown as Parameters<typeof EntryField>[0]["entry"];
      const field = createElement(EntryField, { noun, name, entry, locale: "fr" });
      const isArea = renderToStaticMarkup(field).includes("<textarea");
      expect([name, isArea]).toEqual([name, !("isLine" in (noun.fields[name] ?? {}))]);
    }
  },
);
