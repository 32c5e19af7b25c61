import { expect, test } from "vitest";
import { readTimeZone } from "@/lib/core/dates";
import { LOCALES } from "@/lib/core/i18n/locales";
import { zoneOptions } from "./zone-options";

test.each(LOCALES)(
  "in %s Lyon comes first, then Beijing; each is a zone, offered once",
  (locale) => {
    const { options, chosen } = zoneOptions(null, locale);
    const zones = options.map(({ value }) => value);
    expect(zones.slice(0, 2)).toEqual(["Europe/Paris", "Asia/Shanghai"]);
    expect(zones.map(readTimeZone)).toEqual(zones);
    expect(new Set(zones).size).toBe(zones.length);
    expect(chosen).toBe("Europe/Paris");
  },
);

test("a zone that stands in no list is offered to whoever has it", () => {
  const { options, chosen } = zoneOptions("Asia/Katmandu", "fr");
  expect(options.at(-1)?.value).toBe(chosen);
  expect(zoneOptions("Asia/Tokyo", "fr").options.at(-1)?.value).not.toBe("Asia/Tokyo");
});
