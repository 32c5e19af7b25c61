import { expect, test } from "vitest";
import { findIdentity, type OwnerIdentity, withoutIdentity } from "./identifies-owner";

const du: OwnerIdentity = {
  familyName: "Du",
  givenName: "Wei",
  nameZh: "杜伟",
  organisations: [{ fr: "Soierie Montbrelant", zh: "蒙布勒朗丝织坊" }],
  contacts: ["wei@example.org", "+33 6 12 34 56 78", "duwei_lyon"],
};
const petit: OwnerIdentity = { ...du, familyName: "Petit", givenName: "France", nameZh: null };

test.each([
  ["Du vin, dû à des producteurs du Rhône, pendant l’été.", du],
  ["Un petit atelier, à petits prix, en France.", petit],
  ["Le duo petitement installé", petit],
  ["杜绝浪费，伟大的项目", du],
])("ordinary words stay as they are: %s", (text, owner) => {
  expect(withoutIdentity(text, owner)).toBe(text);
});

test.each([
  ["Par Wei Du et DU Wei.", "Par … et ….", du],
  ["Mme Du vous répond, M. W. Du aussi", "… vous répond, … aussi", du],
  ["杜伟的项目，请找杜先生", "…的项目，请找…", du],
  ["Un projet de Petit : petit budget", "Un projet de … : petit budget", petit],
  ["Chez Soierie Montbrelant, dite Montbrelant", "Chez …, dite …", du],
  ["由蒙布勒朗丝织坊发起", "由…发起", du],
  ["Écrire à autre@example.net ou voir www.example.net/x", "Écrire à … ou voir …", du],
  ["Tél. 06 12 34 56 78, 06/12/34/56/78, +33 (0)6-12-34-56-78.", "Tél. …, …, ….", du],
  ["WeChat : duwei_lyon", "WeChat : …", du],
  ["WEI Du, Wei du, wei-du, Duwei", "…, …, …, …", du],
])("what tells who it was is gone, and nothing else: %s", (text, left, owner) => {
  expect(withoutIdentity(text, owner)).toBe(left);
  if (owner === du) expect(findIdentity(left, owner)).toBeNull();
});
