import { expect, test } from "vitest";
import { versionInForce } from "./consent-texts";
import { tickNow, ticksInForce } from "./tick";

test("a box is ticked for the text in force, in the language it is read in", () => {
  const version = versionInForce("charter");
  expect(tickNow("charter", "zh")).toEqual({ purpose: "charter", version, locale: "zh" });
});

test("a tick whose text has changed since, or that stands for no text, counts for nothing", () => {
  const tick = tickNow("charter", "fr");
  const others = [
    { ...tick, version: tick.version - 1 },
    { ...tick, version: tick.version + 1 },
    { ...tick, purpose: "advertising" },
  ];
  expect(ticksInForce([tick, ...others])).toEqual([tick]);
  expect(ticksInForce(undefined)).toEqual([]);
});
