import { expect, test } from "vitest";
import {
  AFFILIATION_ROLES,
  EVENT_ROLES,
  PAYMENT_WAYS,
  REQUEST_KINDS,
  ROLES,
  ROOM_ROLES,
} from "@/db/enums";
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

test.each([
  ["role", [...ROLES, ...ROOM_ROLES, ...AFFILIATION_ROLES, ...EVENT_ROLES]],
  ["way", [...PAYMENT_WAYS, "password", "code", "link", "app", "recovery-code", "mail"]],
  ["purpose", ["reset-password", "first-administrator", "first-sign-in", "come-in"]],
  ["request", REQUEST_KINDS],
])("no %s is told as it is kept", (name, values) => {
  for (const locale of ["fr", "zh"] as const) {
    const isRaw = (value: string) =>
      new RegExp(`[:：]\\s?${value}$`).test(factWords({ [name]: value }, locale).join());
    expect(values.filter(isRaw), locale).toEqual([]);
  }
});

test("an organisation keeps its name, be it a word of ours", () => {
  expect(factWords({ organisation: "app" }, "fr")).toEqual(["organisation\u00a0: app"]);
});

test("a language is named in the reader's own", () => {
  expect(factWords({ locale: "en" }, "zh")).toEqual(["语言：英文"]);
});
