import { expect, test } from "vitest";
import zh from "@/lib/core/i18n/messages/zh/mails.json";
import { BEHIND_NAMES, bearsTraces } from "./traces";

const bears = (text: string, ...names: string[]) => bearsTraces([text], { names, words: [] });

test.each([
  ["Chen Ling vous invite", "Chen Li"],
  ["Chen Li-Na vous invite", "Chen Li"],
  ["Madame Dupont écrit", "Du"],
  ["王伟明邀请您", "王伟"],
  ["小王伟邀请您", "王伟"],
  ["annie@example.org a écrit", "nnie@example.org"],
  ["jean.du@example.org a écrit", "du@example.org"],
  ["du@example.org.cn a écrit", "du@example.org"],
  ["Commande 4120612345678", "06 12 34 56 78"],
])("somebody else's letter stays: %s is not %s", (text, name) => {
  expect(bears(text, name)).toBe(false);
});

test.each([
  ["Chen Li vous invite", "Chen Li"],
  ["L’invitation de Chen\nLi.", "Chen Li"],
  ["王伟邀请您加入", "王伟"],
  ["“王伟”已加入", "王伟"],
  ["请联系里昂丝绸公司的人", "里昂丝绸公司"],
  ["Écrire à du@example.org.", "du@example.org"],
  ["由Chen Li发起", "Chen Li"],
  ["Tél. 06.12.34.56.78", "+33 6 12 34 56 78"],
  ["Tél. +33 (0)6 12 34 56 78", "06 12 34 56 78"],
  ["0033612345678", "06 12 34 56 78"],
])("who is named is found: %s is of %s", (text, name) => {
  expect(bears(text, name)).toBe(true);
});

test("no mail goes on behind a Chinese name with a sign that is taken for a part of it", () => {
  const behind = [...JSON.stringify(zh).matchAll(/\{person\}(\p{sc=Han})/gu)].map(([, one]) => one);
  expect(behind.filter((one) => !BEHIND_NAMES.includes(one ?? ""))).toEqual([]);
});

test("who accepted an interest is found in the mail that says so, by name and by contact", () => {
  const card =
    "戴博\u00a0· Thibault Descrieux\n总监\u00a0· 海德吕纳\n电话：+33 4 65 71 10 02\n微信号：thibault_eau";
  const body = zh.kinds.interestAccepted.body.replace("{person}", "戴博").replace("{card}", card);
  const text = body.replace("{title}", "共享办公室");
  for (const name of ["戴博", "Thibault Descrieux", "+33465711002", "thibault_eau"]) {
    expect([name, bears(text, name)]).toEqual([name, true]);
  }
  expect(bears(text, "戴博文")).toBe(false);
});
