import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { OwnApplication } from "@/lib/applications/queries";
import { PORTAL_TEXTS } from "@/lib/consents/consent-texts";
import { type Tick, tickNow, ticksInForce } from "@/lib/consents/tick";
import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { CharterFields } from "./charter-fields";

const text = { fr: "Deux engagements.", en: "Two commitments.", zh: "两条承诺。" };
const changed = { ...PORTAL_TEXTS.charter, version: 2, text, since: "2099-01-01" };
const texts = { ...PORTAL_TEXTS, charter: changed };

/** The item of each box, as it is drawn for who has ticked these. */
function draw(locale: Locale, ticks: Tick[]): string[] {
  const answers = { consents: ticksInForce(texts, ticks) };
  const application = { answers, joins: false, texts, ticks } as Partial<OwnApplication>;
  const props = { application: application as OwnApplication, contact: "club@example.org", locale };
  return renderToStaticMarkup(createElement(CharterFields, props)).split("<li").slice(1);
}

const told = { fr: "voici la version 2", en: "here’s version 2", zh: "下面是第2版" };

test.each(LOCALES)("in %s a box ticked beside an older text is empty and says so", (locale) => {
  const ticks = [PORTAL_TEXTS, texts].map((one, index) =>
    tickNow(one, index === 0 ? "charter" : "members-directory", locale),
  );
  const [charter = "", notice = "", , directory = ""] = draw(locale, ticks);
  expect(charter).toContain(told[locale]);
  expect(charter).toContain(text[locale]);
  expect(charter).toContain('name="versions.charter" value="2"');
  expect(charter).toContain("<details");
  expect(charter).toContain('open=""');
  expect(charter).not.toContain("checked");
  expect(notice).not.toContain(told[locale]);
  expect(directory).toContain("checked");
});

test("nothing is said to who has not ticked it, or has read the one in force", () => {
  for (const ticks of [[], [tickNow(texts, "charter", "fr")]]) {
    expect(draw("fr", ticks).join("")).not.toContain(told.fr);
  }
});
