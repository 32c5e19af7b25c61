import { expect, test } from "vitest";
import { publicMetadata } from "./public-metadata";

test.each([
  ["fr", "fr_FR"],
  ["en", "en_GB"],
  ["zh", "zh_CN"],
] as const)("a shared link in %s names its language as Open Graph does: %s", (locale, named) => {
  const { openGraph } = publicMetadata({ locale, to: "/about", title: "A", description: "B" });
  expect(openGraph).toMatchObject({ locale: named, type: "website" });
});
