import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LOCALES } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { RegistrationsTable } from "./registrations-table";

const act = async () => ({ status: "idle" as const });
const rest = { actions: { cancel: act, pay: act }, canStrike: true, caption: "", price: 25 };

const ROW = {
  ...{ id: "r1", version: 1, companions: [], note: null, takesPhotos: false, by: null },
  ...{ guest: { name: "Zq", email: null }, createdAt: new Date(), updatedAt: new Date() },
  ...{ offeredUntil: null, verdict: null, reasonCode: null },
};

test.each(LOCALES)("in %s, of who comes no more it is still said that they have paid", (locale) => {
  const drawn = (values: { state: "confirmed" | "cancelled"; paidAt: Date | null }) => {
    const rows = [{ ...ROW, ...values }] as never;
    return renderToStaticMarkup(createElement(RegistrationsTable, { ...rest, locale, rows }));
  };
  const paid = `>${getTranslator(locale, "events")("registrations.file.paid")}<`;
  expect(drawn({ state: "cancelled", paidAt: new Date() })).toContain(paid);
  expect(drawn({ state: "cancelled", paidAt: null })).not.toContain(paid);
  expect(drawn({ state: "confirmed", paidAt: new Date() })).not.toContain(paid);
});
