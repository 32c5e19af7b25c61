import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Locale } from "@/lib/core/i18n/locales";
import type { CheckedImport } from "@/lib/imports/check.queries";
import type { Import } from "@/lib/imports/queries";
import { TwinsForm } from "./twins-form";

const zhao = { familyName: "Zhao", givenName: "Wenqi", nameZh: "赵文琪" };
const duplicate = { kind: "likely", id: "1", reason: "name" };
const known = { ...zhao, id: "1", nameOrder: "family-first", email: "zhao.wenqi@example.net" };
const person = { ...zhao, locale: "zh", email: "wenqi@example.net" };
const club = { ...known, familyName: "", givenName: "", nameZh: null };

/** A row of somebody the club seems to know. */
const drawn = (locale: Locale, twin: object = known) =>
  renderToStaticMarkup(
    createElement(TwinsForm, {
      ...{ it: { id: "1", version: 1 } as Import, locale },
      duplicates: [
        { row: 2, person, duplicate, act: "join", known: twin },
      ] as object as CheckedImport["duplicates"],
      action: async () => ({ status: "idle" as const }),
    }),
  ).replace(/(<[^>]+>)+/g, "|");

test("whoever may be in the club twice is named in the reader's script first, in the file and in the club", () => {
  for (const words of ["|第2行：赵文琪| Zhao Wenqi|", "|赵文琪| Zhao Wenqi|"]) {
    expect(drawn("zh")).toContain(words);
  }
  for (const words of ["|Ligne 2 : Zhao Wenqi |赵文琪|", "|Zhao Wenqi |赵文琪|"]) {
    expect(drawn("fr").replaceAll("\u00a0", " ")).toContain(words);
  }
});

test("an account without a profile is called by its address", () => {
  expect(drawn("zh", club)).toContain("|zhao.wenqi@example.net|");
});
