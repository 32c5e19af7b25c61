import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LOCALES } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { listed } from "@/lib/core/i18n/word-list";
import { MapForm } from "./map-form";

test.each(LOCALES)(
  "in %s, what a file holds and nothing takes is named before it is lost",
  (locale) => {
    const t = getTranslator(locale, "imports");
    const drawn = (columns: string[]) => {
      const sheet = { columns, rows: [] };
      const it = { id: "i1", version: 1, sheet, mapping: { email: 0 }, locale, dateOrder: null };
      const action = async () => ({ status: "idle" as const });
      return renderToStaticMarkup(createElement(MapForm, { action, it: it as never, locale }));
    };
    const names = listed(["Téléphone", t("page.map.unnamed", { number: 3 })], locale);
    expect(drawn(["E-mail", "Téléphone", ""])).toContain(t("page.map.leftOut", { columns: names }));
    // What is never read says so itself.
    expect(drawn(["E-mail", "Mot de passe"])).not.toContain(t("page.map.leftOut", { columns: "" }));
    expect(drawn(["E-mail", "Mot de passe"])).not.toContain("Mot de passe");
  },
);
