import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Locale } from "@/lib/core/i18n/locales";
import type { DateOrder } from "@/lib/imports/written-days";
import { DraftPanel } from "./draft-panel";

const action = async () => ({ status: "idle" as const });

test.each([
  ["fr", "UTF-8\u00a0· Point-virgule", "Dates lues dans l’ordre\u00a0: jour, mois, année"],
  ["en", "UTF-8\u00a0· Semicolon", "Dates read as day, month, year"],
  ["zh", "UTF-8、分号", "日期顺序：日、月、年"],
] as const)("in %s, how a file was read stands in words of one case", (locale, signs, dates) => {
  expect(drawn(locale, "day-first")).toContain(`<li>${signs}</li><li>${dates}</li>`);
  expect(drawn(locale, null)).toContain(`<li>${signs}</li></ul>`);
});

function drawn(locale: Locale, joinedOn: DateOrder | null): string {
  const sheet = { kind: "csv", encoding: "utf-8", separator: ";", columns: [], rows: [] };
  const mapping = { email: 0, joinedOn: 1 };
  const it = { id: "i1", version: 1, rowCount: 1, sheet, mapping, locale, dateOrder: null };
  const checked = {
    ...{ faults: [], duplicates: [], dateOrders: { joinedOn } },
    counts: { created: 1, completed: 0, unchanged: 0, leftOut: 0, faulty: 0 },
  };
  const actions = { map: action, mend: action, choose: action, start: action, discard: action };
  return renderToStaticMarkup(
    createElement(DraftPanel, { it: it as never, checked: checked as never, actions, locale }),
  );
}
