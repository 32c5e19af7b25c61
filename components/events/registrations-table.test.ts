import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { RegistrationState } from "@/db/enums-of-events";
import { formatDay } from "@/lib/core/dates";
import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { RegistrationsTable } from "./registrations-table";

const act = async () => ({ status: "idle" as const });
const rest = {
  actions: { cancel: act, pay: act },
  canStrike: true,
  caption: "",
  page: 3,
  price: 25,
};

const ROW = {
  ...{ id: "r1", version: 1, companions: [], note: null, takesPhotos: false, by: null },
  ...{ guest: { name: "Zq", email: null }, createdAt: new Date(), updatedAt: new Date() },
  ...{ offeredUntil: null, verdict: null, reasonCode: null },
};

type Values = { state: RegistrationState; paidAt: Date | null; price?: number | null };

const drawnIn = (locale: Locale, { price = 25, ...values }: Values) => {
  const rows = [{ ...ROW, ...values }] as never;
  return renderToStaticMarkup(createElement(RegistrationsTable, { ...rest, locale, price, rows }));
};

test.each(LOCALES)("in %s, who came or did not come can still be noted as paid", (locale) => {
  const t = getTranslator(locale, "events");
  const paidAt = new Date("2026-12-18T12:00:00Z");
  for (const state of ["confirmed", "attended", "absent"] as const) {
    expect(drawnIn(locale, { state, paidAt: null })).toContain(t("registrations.pay"));
    const paid = drawnIn(locale, { state, paidAt });
    expect(paid).toContain(t("registrations.paidOn", { day: formatDay(paidAt, locale) }));
    expect(paid).toContain(t("registrations.unpay"));
    expect(paid).toContain('name="page" value="3"');
    expect(drawnIn(locale, { state, paidAt: null, price: null })).not.toContain("isPaid");
  }
  for (const state of ["waiting", "offered", "cancelled", "declined"] as const) {
    expect(drawnIn(locale, { state, paidAt: null })).not.toContain("isPaid");
  }
});

test("where nothing is left to do, a cell is empty, so that a phone shows no label alone", () => {
  const done = { state: "cancelled", paidAt: null } as const;
  expect(drawnIn("zh", done)).toMatch(/data-label="操作"><\/td>/);
  expect(drawnIn("zh", { ...done, state: "confirmed" })).not.toMatch(/data-label="操作"><\/td>/);
});

test.each(LOCALES)("in %s, of who comes no more it is still said that they have paid", (locale) => {
  const drawn = (values: Values) => drawnIn(locale, values);
  const paid = `>${getTranslator(locale, "events")("registrations.file.paid")}<`;
  expect(drawn({ state: "cancelled", paidAt: new Date() })).toContain(paid);
  expect(drawn({ state: "cancelled", paidAt: null })).not.toContain(paid);
  expect(drawn({ state: "confirmed", paidAt: new Date() })).not.toContain(paid);
});

test.each(LOCALES)("in %s, what was paid is noted as given back to who comes no more", (locale) => {
  const drawn = (values: Values) => drawnIn(locale, values);
  const refund = getTranslator(locale, "events")("registrations.refund");
  const paidAt = new Date();
  for (const state of ["cancelled", "declined"] as const) {
    const owed = drawn({ state, paidAt, price: null });
    expect(owed).toContain(refund);
    expect(owed).toContain('name="isPaid" value="no"');
    expect(owed).not.toContain('id="form-pay-');
    expect(drawn({ state, paidAt: null })).not.toContain(refund);
  }
  expect(drawn({ state: "confirmed", paidAt })).not.toContain(refund);
});
