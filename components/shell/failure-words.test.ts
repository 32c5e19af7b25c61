import { expect, test } from "vitest";
import { LOCALES } from "@/lib/core/i18n/locales";
import { FAILURE_WORDS } from "./failure-words";

test.each(LOCALES)(
  "in %s, a failed page promises no reference, which not every failure has",
  (locale) => {
    expect(FAILURE_WORDS[locale].text).not.toMatch(/r[eé]f[eé]rence|编号/iu);
  },
);
