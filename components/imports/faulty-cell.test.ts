import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LOCALES } from "@/lib/core/i18n/locales";
import { FaultsForm } from "./faults-form";
import { FaultyCell } from "./faulty-cell";

test.each(["Cantonais", "Mandarin, Cantonais"])(
  "the language of mails is chosen of the three that are written, whatever %s says",
  (cell) => {
    const drawn = renderToStaticMarkup(
      createElement(FaultyCell, {
        ...{ field: "locale", cell, name: "cells.2:4", label: "Langue", hint: "", locale: "fr" },
      }),
    );
    const values = [...drawn.matchAll(/<option[^>]* value="([^"]*)"/g)].map(([, value]) => value);
    expect(values.filter((value) => value !== "" && value !== cell)).toEqual([...LOCALES]);
  },
);

test("a fault says of whom it is, for who has not the file beside them", () => {
  const columns = ["Nom", "Prénom", "Courriel", "Nom chinois"];
  const cells = [
    ["Martin", "", "jean@example.net", ""],
    ["", "", "li.na@example.net", ""],
    ["Li", "", "li.na@example.net", "李娜"],
  ];
  const rows = cells.map((row, index) => ({ number: index + 2, cells: row }));
  const sheet = { kind: "csv" as const, encoding: "utf-8", separator: ";", columns, rows };
  const mapping = { familyName: 0, givenName: 1, email: 2, nameZh: 3 };
  const faults = [2, 3, 4].map((row) => ({
    ...{ row, field: "givenName" as const, column: 1, code: "required" as const, values: {} },
  }));
  const drawn = (locale: "fr" | "zh") =>
    renderToStaticMarkup(
      createElement(FaultsForm, {
        ...{ it: { id: "1", version: 1, sheet, mapping }, faults, locale },
        action: async () => ({ status: "idle" as const }),
      }),
    ).replace(/(<[^>]+>)+/g, "|");
  expect(drawn("fr")).toContain("|Ligne 2, Prénom – Martin|");
  expect(drawn("zh")).toContain("|第3行，名（拼音）：li.na@example.net|");
  expect(drawn("fr")).toContain("|Ligne 4, Prénom – Li 李娜|");
  expect(drawn("zh")).toContain("|第4行，名（拼音）：李娜 Li|");
});
