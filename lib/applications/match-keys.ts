import { fold } from "@/lib/core/text/fold";
import { readPhone } from "@/lib/core/text/phone-numbers";
import { nameKeys } from "@/lib/organisations/names";
import { readName } from "@/lib/search/reading";
import { searchWords } from "@/lib/search/search-words";
import type { ApplicationAnswers } from "./answers";

/**
 * By what the same person or organisation is found again in other applications: `number:732829320`,
 * `organisation:…` (each name without its legal form, in every script), `person:…` (in any order of the names, in
 * every script), `phone:+8613800138000`, `wechat:lin_meihua`.
 */
export function matchKeysOf(answers: ApplicationAnswers): string[] {
  const { legalName = "", chineseName = "", registrationId, phone = "", wechat = "" } = answers;
  const id = wechat.trim().toLowerCase();
  return [
    ...(registrationId ? [`number:${registrationId}`] : []),
    ...nameKeys([legalName, chineseName]).map((key) => `organisation:${key}`),
    ...personKeys(answers).map((key) => `person:${key}`),
    ...[readPhone(phone)].filter(Boolean).map((number) => `phone:${number}`),
    ...(id ? [`wechat:${id}`] : []),
  ];
}

type Named = Pick<ApplicationAnswers, "familyName" | "givenName" | "nameZh">;

/**
 * What spellings of one name have in common: all words in the order of the alphabet, the names joined in both orders
 * (`linmeihua`, `meihualin`, `林美桦`), and of a Chinese name its reading, joined.
 */
function personKeys({ familyName = "", givenName = "", nameZh = "" }: Named): string[] {
  const family = searchWords(familyName);
  const given = searchWords(givenName);
  const joined = [[...family, ...given].join(""), [...given, ...family].join("")];
  const chinese = searchWords(nameZh).join("");
  const words = [...family, ...given].sort().join(" ");
  const written = [...joined, chinese];
  const keys = new Set([words, ...written, ...written.flatMap(readings)]);
  keys.delete("");
  return [...keys];
}

/** A name with its Chinese characters read, once for each way to write `ü`. */
function readings(name: string): string[] {
  const read = name.replace(/\p{Script=Han}+/gu, (run) => readName(run).join(""));
  return ["u", "v", "yu"].map((key) => fold(read.replaceAll("ü", key)));
}
