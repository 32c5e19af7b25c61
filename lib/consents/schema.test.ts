import { expect, test } from "vitest";
import { LOCALES } from "@/lib/core/i18n/locales";
import { consentText, PORTAL_TEXTS } from "./consent-texts";
import { PURPOSES } from "./policy";
import { consentInput } from "./schema";

test.each(["charter", "privacy-notice", "constructor", "", undefined])(
  "%s is no consent to give or withdraw",
  (purpose) => {
    expect(consentInput.safeParse({ purpose }).success).toBe(false);
  },
);

test("whose consent it is cannot be sent along", () => {
  const sent = { purpose: "newsletter", accountId: "somebody" };
  expect(consentInput.safeParse(sent).success).toBe(false);
  expect(consentInput.parse({ purpose: "newsletter" })).toEqual({ purpose: "newsletter" });
});

test.each(PURPOSES)("the text of %s names the club's address, not its placeholder", (purpose) => {
  for (const locale of LOCALES) {
    const { paragraphs, version } = consentText(
      purpose,
      PORTAL_TEXTS[purpose],
      locale,
      "club@example.org",
    );
    expect(version).toBeGreaterThan(0);
    expect(paragraphs.every((paragraph) => paragraph.length > 10)).toBe(true);
    expect(paragraphs.join("")).not.toContain("{");
  }
});

test("the charter has the same commitments in every language", () => {
  const counts = LOCALES.map(
    (locale) => consentText("charter", PORTAL_TEXTS.charter, locale, "").paragraphs.length,
  );
  expect(counts).toEqual([6, 6, 6]);
});
