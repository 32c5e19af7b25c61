import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LOCALES } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { KeptEvent } from "@/lib/events/registrations.queries";
import { RegistrationMoves } from "./registration-moves";

const act = async () => ({ status: "idle" as const });
const actions = { open: act, closed: act, cancelled: act, mended: act };
const NOW = new Date("2031-10-01T08:00:00Z");

const EVENT: KeptEvent = {
  ...{ id: "e1", slug: "payer-en-chine", version: 3, title: { fr: "Payer" }, originalLocale: "fr" },
  ...{ moderation: "published", progress: "open", cancelledWords: null, isHidden: false },
  ...{
    format: "in-person",
    zone: "lyon",
    closes: null,
    closesAt: null,
    capacity: null,
    price: null,
    taken: 0,
  },
  ...{ needsApproval: false, companionsMost: 0, onlineUrl: null },
  ...{ startsAt: new Date("2031-10-15T06:00:00Z"), endsAt: new Date("2031-10-15T08:00:00Z") },
};

test.each(LOCALES)("in %s, what closed by the clock is not called open", (locale) => {
  const t = getTranslator(locale, "events");
  const drawn = (closesAt: Date | null, more: Partial<KeptEvent> = {}) =>
    renderToStaticMarkup(
      createElement(RegistrationMoves, {
        actions,
        event: { ...EVENT, closesAt, ...more },
        locale,
        now: NOW,
      }),
    );
  const later = drawn(new Date("2031-10-01T08:01:00Z"));
  expect(later).toContain(t("progress.open"));
  expect(later).toContain(t("progress.toClosed"));
  const passed = drawn(NOW);
  expect(passed).toContain(t("progress.closed"));
  expect(passed).not.toContain(t("progress.open"));
  expect(passed).not.toContain(t("progress.toClosed"));
  const begun = drawn(null, { startsAt: NOW });
  expect(begun).toContain(t("progress.closed"));
  expect(begun).not.toContain(t("progress.open"));
  expect(begun).not.toContain(t("progress.toClosed"));
  expect(begun).toContain(t("progress.toCancelled"));
  expect(drawn(null, { progress: "closed" })).toContain(t("progress.reopen"));
  expect(drawn(null, { progress: "closed", startsAt: NOW })).not.toContain(t("progress.reopen"));
});
