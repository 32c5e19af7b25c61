import { describe, expect, it } from "vitest";
import {
  CHINA,
  chooseSaying,
  citiesIn,
  fitsSaying,
  leastCrowd,
  listSayings,
  sectorsIn,
} from "./crowd";

const silk = { sectors: ["silk-luxury-fashion"], cities: ["huzhou"] };

describe("what is said of somebody who is not named", () => {
  it.each([
    [0, ["silk-luxury-fashion"], ["huzhou"]],
    [1, ["silk-luxury-fashion"], ["zhejiang"]],
    [2, ["textile-fashion"], ["zhejiang"]],
    [3, ["silk-luxury-fashion"], [CHINA]],
    [4, ["textile-fashion"], [CHINA]],
    [5, ["textile-fashion"], []],
    [6, [], ["zhejiang"]],
    [7, [], [CHINA]],
    [8, [], []],
  ])("step %i says %j in %j", (step, sectors, places) => {
    expect(listSayings(silk)[step]).toEqual({ sectors, places });
  });

  it("says each group and each division once", () => {
    const field = {
      sectors: ["silk-luxury-fashion", "technical-textiles"],
      cities: ["huzhou", "jiaxing", "guangzhou"],
    };
    expect(listSayings(field)[2]).toEqual({
      sectors: ["textile-fashion"],
      places: ["zhejiang", "guangdong"],
    });
  });

  it("says one group alone before it says none", () => {
    const field = { sectors: ["energy", "logistics"], cities: ["wuhan"] };
    expect(listSayings(field).slice(5, 8)).toEqual([
      { sectors: ["energy-city", "transport-supply"], places: [] },
      { sectors: ["energy-city"], places: ["hubei"] },
      { sectors: ["transport-supply"], places: ["hubei"] },
    ]);
  });

  it("has less to say of somebody without cities, and nothing of nobody", () => {
    expect(listSayings({ sectors: ["energy"], cities: [] })).toEqual([
      { sectors: ["energy"], places: [] },
      { sectors: ["energy-city"], places: [] },
      { sectors: [], places: [] },
    ]);
    expect(listSayings({ sectors: [], cities: [] })).toEqual([{ sectors: [], places: [] }]);
  });

  it.each([
    ["the nearest that enough fit", [1, 2, 5, 9], 5, 2],
    ["all of it where it is common", [5, 6, 7, 8], 5, 0],
  ])("is %s", (_, fitting, least, step) => {
    const sayings = listSayings(silk);
    expect(chooseSaying(sayings, fitting, least)).toEqual(sayings[step]);
  });

  it("is nothing where nobody would do", () => {
    expect(chooseSaying(listSayings(silk), [0, 0, 0, 0, 0, 0, 0, 0, 2], 3)).toEqual({
      sectors: [],
      places: [],
    });
  });

  it.each([
    [0, 3],
    [99, 3],
    [100, 5],
    [10_000, 5],
  ])("needs, in a directory of %i, %i people", (size, least) => {
    expect(leastCrowd(size)).toBe(least);
  });
});

describe("who fits", () => {
  const shown = { sectors: ["energy", "electronics"], cities: ["shenzhen"] };
  it.each([
    ["what they show", { sectors: ["energy"], places: ["shenzhen"] }, true],
    ["what is wider", { sectors: ["energy-city"], places: ["guangdong"] }, true],
    ["any city of China", { sectors: [], places: [CHINA] }, true],
    ["nothing at all", { sectors: [], places: [] }, true],
    ["two sectors only with both", { sectors: ["energy", "digital-software"], places: [] }, false],
    ["two places only with both", { sectors: [], places: ["guangdong", "shanghai"] }, false],
    ["another group", { sectors: ["textile-fashion"], places: [] }, false],
  ])("%s", (_, said, expected) => {
    expect(fitsSaying(shown, said)).toBe(expected);
  });

  it("reads a municipality as the city it is", () => {
    expect(citiesIn("shanghai")).toEqual(["shanghai"]);
    expect(citiesIn("zhejiang")).toContain("huzhou");
    expect(sectorsIn("textile-fashion")).toEqual(["technical-textiles", "silk-luxury-fashion"]);
    expect(sectorsIn("energy")).toEqual(["energy"]);
  });
});
