import { expect, test } from "vitest";
import { conjunctionOf, inBrackets, labelFor, listed, sideBySide } from "./word-list";

test.each([
  ["fr", ["Canton", "Shenzhen"], "Canton\u00a0· Shenzhen"],
  ["en", ["Silk, luxury and fashion", "Health"], "Silk, luxury and fashion\u00a0· Health"],
  ["zh", ["广州", "深圳", "成都"], "广州、深圳、成都"],
  ["zh", ["环境、水务与固废处理", "丝绸"], "环境、水务与固废处理；丝绸"],
  ["zh", ["广州"], "广州"],
] as const)("labels side by side in %s: %j", (locale, labels, line) => {
  expect(sideBySide(labels, locale)).toBe(line);
});

test.each([
  ["fr", "titre, résumé"],
  ["zh", "titre、résumé"],
] as const)("words within a sentence in %s", (locale, line) => {
  expect(listed(["titre", "résumé"], locale)).toBe(line);
});

test.each([
  ["fr", "titre, résumé et lieu"],
  ["en", "titre, résumé and lieu"],
  ["zh", "titre、résumé和lieu"],
] as const)("words within a sentence with a last one in %s", (locale, line) => {
  expect(conjunctionOf(["titre", "résumé", "lieu"], locale)).toBe(line);
});

test.each([
  ["fr", "Soie\u00a0(2)", "Visible par – Photo"],
  ["zh", "Soie（2）", "Visible par：Photo"],
] as const)("what more a label says, and what it is of, in %s", (locale, counted, named) => {
  expect(`Soie${inBrackets(2, locale)}`).toBe(counted);
  expect(labelFor("Visible par", "Photo", locale)).toBe(named);
});
