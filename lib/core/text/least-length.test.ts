import { describe, expect, test } from "vitest";
import { paragraph } from "./fields";
import { atLeast } from "./least-length";
import { leastLengthOf, leastLengths } from "./script-length";

test.each([
  [150, 50],
  [40, 14],
  [10, 4],
])("a minimum of %i is %i in Chinese", (latin, chinese) => {
  expect(leastLengths(latin)).toEqual({ latin, chinese });
});

describe("the text's own script decides", () => {
  test.each([
    ["Nous cherchons un partenaire à Canton.", 150],
    ["我们在广州寻找合作伙伴。", 50],
    ["我们生产LED照明设备和工业用传感器。", 50],
    ["Notre partenaire 广州丝绸 nous a demandé de lui écrire avant la fin du mois.", 150],
    ["いろはにほへと", 150],
    ["1234567890", 150],
    ["👩🏽‍🔬👩🏽‍🔬", 150],
    ["", 150],
  ])("%s", (text, least) => {
    expect(leastLengthOf(text, 150)).toBe(least);
  });
});

describe("atLeast", () => {
  const issueOf = (text: string) => {
    const { error } = atLeast(150, paragraph(600)).safeParse(text);
    const [issue] = error?.issues ?? [];
    return issue && { code: issue.message, ...("params" in issue ? issue.params : {}) };
  };

  test.each([
    ["a".repeat(149), { code: "tooShort", typed: 149, least: 150 }],
    ["丝".repeat(49), { code: "tooShort", typed: 49, least: 50 }],
    ["", { code: "required" }],
    ["丝".repeat(601), { code: "tooLong", most: 600, typed: 601 }],
    ["a".repeat(150), undefined],
    ["丝".repeat(50), undefined],
  ])("%s", (text, issue) => {
    expect(issueOf(text)).toEqual(issue);
  });
});
