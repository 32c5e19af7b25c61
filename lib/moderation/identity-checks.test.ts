import { expect, test } from "vitest";
import { addDays, today } from "../core/dates";
import { checkIdentity } from "./identity-checks";

const owner = {
  familyName: "Ouyang",
  givenName: "Wanru",
  nameZh: "欧阳宛如",
  status: "active",
} as const;
const organisation = { fr: "Soieries Montclair", zh: "蒙克莱丝绸" };
const levels = { textLevel: "members", ownerLevel: "contacts" } as const;
const quiet = { ...levels, title: { fr: "Soie à Canton" }, teaser: { zh: "寻找合作伙伴" } };

const failed = (...asked: Parameters<typeof checkIdentity>) =>
  checkIdentity(...asked).filter(({ passed }) => !passed);

test("nothing to say about an anonymous text of an active member", () => {
  expect(failed(quiet, owner, organisation, 0)).toEqual([]);
});

test("a name in the public text is found, in either script", () => {
  const named = { ...quiet, teaser: { zh: "欧阳宛如寻找合作伙伴" } };
  expect(failed(named, owner, organisation, 0)).toMatchObject([
    { id: "identifies", found: "欧阳宛如" },
  ]);
});

test("so is one in what members read, as long as they do not see the name", () => {
  const named = { ...quiet, summary: { fr: "Wanru Ouyang cherche des partenaires" } };
  expect(failed(named, owner, organisation, 0)).toMatchObject([{ found: "Wanru Ouyang" }]);
  expect(failed({ ...named, ownerLevel: "members" }, owner, organisation, 0)).toEqual([]);
});

test("a suspended person without organisation and with a past", () => {
  const found = failed(quiet, { ...owner, status: "suspended" }, null, 2);
  expect(found).toEqual([
    { id: "active", passed: false },
    { id: "affiliated", passed: false },
    { id: "earlier", passed: false, count: 2 },
  ]);
});

test("a deadline that passed while the text was waiting", () => {
  const yesterday = addDays(today(), -1);
  expect(failed({ ...quiet, deadline: yesterday }, owner, organisation, 0)).toEqual([
    { id: "deadline", passed: false, deadline: yesterday },
  ]);
  expect(failed({ ...quiet, deadline: today() }, owner, organisation, 0)).toEqual([]);
  expect(failed({ ...quiet, deadline: null }, owner, organisation, 0)).toEqual([]);
});
