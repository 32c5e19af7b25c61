import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { KeptEvent } from "@/lib/events/registrations.queries";
import { RegistrationMoves } from "./registration-moves";
import { RegistrationSettings } from "./registration-settings";

const act = async () => ({ status: "idle" as const });
const actions = { open: act, closed: act, cancelled: act, mended: act };
const [STARTS, ENDS] = [new Date("2031-10-15T06:00:00Z"), new Date("2031-10-15T08:00:00Z")];

const EVENT = {
  ...{ id: "e1", slug: "payer-en-chine", version: 1, title: {}, originalLocale: "fr" },
  ...{ moderation: "published", progress: "announced", cancelledWords: null, zone: "lyon" },
  format: "in-person",
  ...{
    isHidden: false,
    startsAt: STARTS,
    endsAt: ENDS,
    closes: null,
    closesAt: null,
    capacity: null,
    price: null,
  },
  ...{ needsApproval: false, companionsMost: 0, onlineUrl: null, taken: 0 },
} as const satisfies KeptEvent;

const moves = (locale: Locale, progress: KeptEvent["progress"], now: Date) =>
  renderToStaticMarkup(
    createElement(RegistrationMoves, { actions, event: { ...EVENT, progress }, locale, now }),
  );

test.each(LOCALES)("in %s, what opens an event saves the places typed beside it", (locale) => {
  const t = getTranslator(locale, "events");
  const drawn = (opens: boolean) =>
    renderToStaticMarkup(
      createElement(RegistrationSettings, { action: act, event: EVENT, locale, opens }),
    );
  const form = drawn(true);
  expect(form.match(/<form/g)).toHaveLength(1);
  expect(form).toMatch(/name="capacity".*value="save" name="intent".*value="open" name="intent"/s);
  expect(form).toContain(`>${t("progress.toOpen")}<`);
  expect(drawn(false)).not.toContain(`>${t("progress.toOpen")}<`);
  expect(moves(locale, "announced", new Date("2031-10-01"))).not.toContain(
    `>${t("progress.toOpen")}<`,
  );
  expect(moves(locale, "closed", new Date("2031-10-01"))).toContain(t("progress.reopen"));
});

test.each(LOCALES)("in %s, an event that is over does not say that one can register", (locale) => {
  const t = getTranslator(locale, "events");
  for (const progress of ["announced", "open", "closed"] as const) {
    const over = moves(locale, progress, ENDS);
    expect(over).toContain(t("progress.over"));
    expect(over).not.toContain(t(`progress.${progress}`));
  }
  expect(moves(locale, "open", new Date(STARTS.getTime() - 1))).toContain(t("progress.open"));
  expect(moves(locale, "open", STARTS)).toContain(t("progress.closed"));
  expect(moves(locale, "cancelled", ENDS)).toContain(t("progress.cancelled"));
});

test("how to take part from afar is asked of an event that is held so, or has a link already", () => {
  const asks = (values: Pick<KeptEvent, "format" | "onlineUrl">) =>
    renderToStaticMarkup(
      createElement(RegistrationSettings, {
        ...{ action: act, event: { ...EVENT, ...values }, locale: "fr", opens: false },
      }),
    ).includes('name="onlineUrl"');
  expect(asks({ format: "in-person", onlineUrl: null })).toBe(false);
  expect(asks({ format: "in-person", onlineUrl: "https://meet.example.org/x" })).toBe(true);
  for (const format of ["online", "hybrid", null])
    expect(asks({ format, onlineUrl: null })).toBe(true);
});
