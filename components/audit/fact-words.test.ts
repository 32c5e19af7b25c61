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

test.each([
  ["project.refused", { reasonCode: "duplicate" }, "Projet déjà présent sur le site"],
  [
    "experience.refused",
    { reasonCode: "duplicate" },
    "Retour d’expérience déjà présent sur le site",
  ],
  ["event.refused", { reasonCode: "same-day" }, null],
  ["page.changes-requested", { reasonCode: "other" }, "Autre modification"],
  [
    "revision.refused",
    { reasonCode: "duplicate", cooperationId: "5b0c6f7e" },
    "Accord déjà présent sur le site",
  ],
  ["content.taken-down", { reasonCode: "misleading" }, "Informations inexactes ou trompeuses"],
  ["report.made", { reasonCode: "privacy" }, null],
  ["application.refused", { applicationReason: "duplicate" }, "Compte déjà existant"],
  ["account.suspended", { reasonCode: "other" }, "Autre motif"],
  ["interest.declined", { reasonCode: "other" }, "Autre motif"],
] as const)("the reason of %s is told as its own list words it", (name, data, words) => {
  const [told] = factWords(data, "fr", name);
  if (words) expect(told).toBe(`motif\u00a0: ${words}`);
  expect(told).not.toContain(Object.values(data)[0]);
});

test("an organisation and a message keep their names, be they a word of ours", () => {
  expect(factWords({ organisation: "app" }, "fr")).toEqual(["organisation\u00a0: app"]);
  expect(factWords({ mailing: "code" }, "zh")).toEqual(["邮件：code"]);
  expect(factWords({ mailing: null }, "fr")).toEqual([]);
});

test("a language is named in the reader's own", () => {
  expect(factWords({ locale: "en" }, "zh")).toEqual(["语言：英文"]);
});
