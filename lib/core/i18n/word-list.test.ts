import { expect, test } from "vitest";
import { listed, sideBySide } from "./word-list";

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
