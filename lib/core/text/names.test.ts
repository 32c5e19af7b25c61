import { expect, test } from "vitest";
import { chineseNameFault, nameFault, organisationNameFault } from "./names";

test.each([
  "O'Brien",
  "O’Brien",
  "Nguyễn",
  "Nguyễn".normalize("NFD"),
  "欧阳 宛如",
  "𠮷",
  "葛\u{e0100}城",
  "Łukasz",
  "Société 广州",
  "TCL集团",
  "SMIC中芯国际",
  "ジャン・ムラン",
  "김민준",
  "Иван Петров",
  "Παπαδόπουλος",
  "محمد\u200cرضا",
  "יוסף",
  "क्\u200dष",
  "阿加特·韦尔努",
  "Jean-Marc d’Île-de-France",
  "María del Carmen M.ª",
  "里昂（上海）贸易有限公司",
  "Atelier № 3 & Cie (Lyon)",
  "Иван Smith",
])("%s is a name", (name) => {
  expect(organisationNameFault(name)).toBeNull();
});

test.each([
  ["Ver\u200bnoux", "nameInvisible"],
  ["Ver\u00adnoux", "nameInvisible"],
  ["Ver\u200dnoux", "nameInvisible"],
  ["\u2060Vernoux", "nameInvisible"],
  ["Ver\u3164noux", "nameInvisible"],
  ["里\u200b昂", "nameInvisible"],
  ["Rh\u043ene", "nameMixed"],
  ["\u0410cme", "nameMixed"],
  ["\u039fmega", "nameMixed"],
  ["Acme-\u0441orp", "nameMixed"],
  ["Лиo", "nameMixed"],
  ["广\u0430", "nameMixed"],
  ["Ａcme", "nameWide"],
  ["𝐀cme", "nameWide"],
  ["ﬁnance", "nameWide"],
  ["公司１２３", "nameWide"],
])("%j is refused: %s", (name, code) => {
  expect(nameFault(name)).toBe(code);
});

test.each([
  "https://example.org",
  "www.example",
  "Banque example.com",
  "example.fr/login",
  "Soierie EXAMPLE.ORG",
  "里昂。中国",
  "丝绸.公司",
  "contact@example",
])("%s is no name of an organisation", (name) => {
  expect(organisationNameFault(name)).toBe("nameHasAddress");
});

test.each(["S.A.R.L. Dupont", "Dupont Co.Ltd", "St. Gobain", "Lyon.Confluence"])(
  "%s is a name with dots",
  (name) => {
    expect(organisationNameFault(name)).toBeNull();
  },
);

test.each(["赵文琦", "欧阳 娜娜", "欧阳\u3000娜娜", "让·穆兰", "葛\u{e0100}城"])(
  "%s is a person's name in Chinese characters",
  (name) => expect(chineseNameFault(name)).toBeNull(),
);

test.each([
  ["Agathe", "notAHanName"],
  ["林美桦 (Lin)", "notAHanName"],
  ["Wu 佳绫", "notAHanName"],
  ["林 美 桦", "notAHanName"],
  ["さくら", "notAHanName"],
  ["林", "notAHanName"],
  ["林\u200b美桦", "nameInvisible"],
])("%j is none: %s", (name, code) => expect(chineseNameFault(name)).toBe(code));
