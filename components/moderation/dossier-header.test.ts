import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LOCALES } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { DossierHeader } from "./dossier-header";

const WAITS = /New|review|Nouve|relire|新|待审核|waiting/;

test("what is decided is named by its kind, and nothing says that it waits", () => {
  for (const locale of LOCALES) {
    const header = createElement(DossierHeader, {
      ...({
        locale,
        kind: "project",
        moderation: "published",
        live: null,
        back: "/admin",
      } as const),
      title: { fr: "Un atelier à Canton" },
      originalLocale: "fr",
      submittedAt: new Date("2026-11-18T09:00:00Z"),
    });
    expect(renderToStaticMarkup(header)).not.toMatch(WAITS);
    expect(getTranslator(locale, "admin")("dossier.project"), "the tab").not.toMatch(WAITS);
  }
});
