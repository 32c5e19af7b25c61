import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import type { Mailing } from "@/lib/mailings/queries";
import { RunPart } from "./run-part";

const sent: Mailing = {
  ...{ id: "1", version: 3, kind: "notice", state: "sent", subject: {}, body: {} },
  ...{ categories: [], cities: [], sectors: [], locales: [], makerLocale: "fr" },
  ...{ shownUntil: null, isShown: false, startedAt: new Date(), endedAt: new Date() },
};

const nothing: FormAction = async () => ({ status: "idle" });
const actions = { stop: nothing, resume: nothing, end: nothing };

const read = (it: Partial<Mailing>, counts: Parameters<typeof RunPart>[0]["counts"], of: Locale) =>
  renderToStaticMarkup(
    createElement(RunPart, { it: { ...sent, ...it }, counts, actions, locale: of }),
  ).replace(/(<[^>]+>)+/g, "|");

test("whom a mailing was for stays to be read", () => {
  const chosen = { locales: ["fr"], cities: ["guangzhou", "shenzhen"] };
  expect(read(chosen, { sent: 2 }, "fr")).toContain(
    "|Langue de la personne|Français|Villes en Chine|Canton\u00a0· Shenzhen|",
  );
  expect(read(chosen, { sent: 2 }, "zh")).toContain("|所在中国城市|广州、深圳|");
  expect(read({}, { sent: 2 }, "zh")).toContain("|收件人|全体会员|");
  expect(read({ kind: "newsletter" }, { sent: 2 }, "fr")).toContain(
    "|À qui|Tous les membres qui ont donné leur consentement|",
  );
});

test("once its list of people is erased, nobody reads that it went to none", () => {
  expect(read({}, { sent: 2 }, "en")).toContain("2 of 2");
  const old = read({}, {}, "en");
  expect(old).not.toContain("0 of 0");
  expect(old).toContain("erased 90 days after");
});

test("an announcement that was taken down says so", () => {
  expect(read({ kind: "announcement" }, {}, "en")).toContain("No longer on the dashboard");
});
