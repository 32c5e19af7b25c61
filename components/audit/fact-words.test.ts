import { expect, test } from "vitest";
import { factWords } from "./fact-words";

test.each([
  [{ reasonCode: "unclear-text" }, ["motif\u00a0: Texte peu clair"]],
  [{ to: "moderator", from: "member" }, ["avant\u00a0: Membre", "après\u00a0: Modération"]],
  [{ way: "code" }, ["par\u00a0: code par e-mail"]],
  [{ locale: "zh", theme: "dark" }, ["langue\u00a0: chinois", "apparence\u00a0: Sombre"]],
  [{ count: 0, others: false, projectId: "5b0c6f7e" }, []],
])("%j", (data, words) => {
  expect(factWords(data, "fr")).toEqual(words);
});

test("a language is named in the reader's own", () => {
  expect(factWords({ locale: "en" }, "zh")).toEqual(["语言：英文"]);
});
