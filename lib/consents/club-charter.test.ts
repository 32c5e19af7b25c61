import { expect, test } from "vitest";
import { LOCALES } from "@/lib/core/i18n/locales";
import { readStored } from "@/lib/entries/stored-entry";
import { PAGE } from "@/lib/pages/page";
import { clubCharter } from "./club-charter";
import { consentText, PORTAL_TEXTS } from "./consent-texts";
import { readIn, tickNow, ticksInForce } from "./tick";

const content = readStored(PAGE, {
  originalLocale: "fr",
  title: { fr: "Charte" },
  lead: { fr: "Trois engagements.", zh: "三条承诺。" },
  body: {
    fr: "## Entre nous\r\n\r\n1. Dire vrai.\r\n2. Se taire.\r\n\r\nÉcrivez à {contact}.\r\n- Ni publicité.",
    zh: "1. 如实。",
  },
  effectiveOn: "2099-01-01",
});
const version = { number: 1, effectiveOn: "2099-01-01", content, stale: {} };
const charter = clubCharter(version);
const texts = { ...PORTAL_TEXTS, charter };

test("the club's charter counts on from the portal's, and is read a line a paragraph, its values in place", () => {
  expect(charter).toMatchObject({
    version: PORTAL_TEXTS.charter.version + 1,
    since: "2099-01-01",
    originalLocale: "fr",
  });
  const { paragraphs } = consentText("charter", charter, "fr", "");
  expect(paragraphs).toEqual([
    "Trois engagements.",
    "Entre nous",
    "1. Dire vrai.",
    "2. Se taire.",
    expect.stringMatching(/^Écrivez à [^{}\s]+@[^{}\s]+\.$/),
    "– Ni publicité.",
  ]);
});

test("who reads it in a language that it lacks is shown another, and has ticked that one", () => {
  expect(consentText("charter", charter, "zh", "")).toMatchObject({
    paragraphs: ["三条承诺。", "1. 如实。"],
    isFallback: false,
  });
  expect(consentText("charter", charter, "en", "")).toMatchObject({ lang: "fr", isFallback: true });
  expect(readIn(texts, "charter", "en")).toBe("fr");
  expect(readIn(texts, "privacy-notice", "en")).toBe("en");
  expect(tickNow(texts, "charter", "en")).toMatchObject({ version: charter.version, locale: "fr" });
});

test("a tick beside the portal's text no longer counts, nor one beside the club's before its day", () => {
  const [before, after] = [PORTAL_TEXTS, texts].map((one) => tickNow(one, "charter", "fr"));
  if (!before || !after) throw new Error("no tick");
  expect(ticksInForce(texts, [before, after])).toEqual([after]);
  expect(ticksInForce(PORTAL_TEXTS, [before, after])).toEqual([before]);
});

test("a translation that is older than the original is known as such", () => {
  const older = (stale: Record<string, string[]>) => {
    const charter = clubCharter({ ...version, stale });
    return LOCALES.filter((locale) => consentText("charter", charter, locale, "").isOlder);
  };
  expect(older({})).toEqual([]);
  expect(older({ body: ["zh"] })).toEqual(["zh"]);
  expect(older({ title: ["zh"], lead: ["zh"] })).toEqual(["zh"]);
  expect(older({ title: ["zh"] })).toEqual([]);
});
