import { expect, test } from "vitest";
import { PORTAL_TEXTS } from "./consent-texts";
import { tickNow, ticksInForce } from "./tick";

test("a box is ticked for the text in force, in the language it is read in", () => {
  const version = PORTAL_TEXTS.charter.version;
  expect(tickNow(PORTAL_TEXTS, "charter", "zh")).toEqual({
    purpose: "charter",
    version,
    locale: "zh",
  });
});

test("a tick whose text has changed since, or that stands for no text, counts for nothing", () => {
  const tick = tickNow(PORTAL_TEXTS, "charter", "fr");
  const others = [
    { ...tick, version: tick.version - 1 },
    { ...tick, version: tick.version + 1 },
    { ...tick, purpose: "advertising" },
  ];
  expect(ticksInForce(PORTAL_TEXTS, [tick, ...others])).toEqual([tick]);
  expect(ticksInForce(PORTAL_TEXTS, undefined)).toEqual([]);
});
