import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, type Transaction, transaction } from "@/db/client";
import { makeCooperation } from "@/db/cooperation-factory";
import { makeAccount, makeMember, makeOrganisation } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { cooperationParties } from "@/db/schema/cooperations";
import { entries } from "@/db/schema/entries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { draftSlug } from "@/lib/entries/draft-slug";
import { turnDownEntry } from "@/lib/entries/verbs.mutations";
import { NO_FILTERS } from "./cooperation-filters";
import { sayWhoActs, setParties, startCooperation, submitCooperation } from "./mutations";
import { COOPERATION_VERBS } from "./noun.queries";
import { getCooperation, getPartiesSetAt, listCooperations, listParties } from "./queries";

let administrator: Viewer;
let manager: Viewer;
let stranger: Viewer;
let lab: string;
let fudan: string;
let other: string;

beforeAll(() =>
  transaction(async (tx) => {
    administrator = (await makeAccount(tx, { role: "administrator" })) as Viewer;
    const member = await makeMember(tx);
    const third = await makeMember(tx);
    lab = (await makeOrganisation(tx, {}, [member])).id;
    fudan = (await makeOrganisation(tx, { country: "cn" })).id;
    other = (await makeOrganisation(tx, {}, [third])).id;
    manager = member as Viewer;
    stranger = third as Viewer;
  }),
);

afterAll(closeDatabase);

type Values = Parameters<typeof makeCooperation>[2];
const make = (values?: Values) => transaction((tx) => makeCooperation(tx, [lab, fudan], values));

const as = <Given, Input>(
  viewer: Viewer,
  verb: (tx: Transaction, who: Viewer, input: Input) => Given,
  input: Input,
) => transaction(async (tx) => verb(tx, viewer, input));

const SOURCE = { title: "La Tribune", url: "https://example.org/2014" };

const parties = () => [
  { organisationId: lab, side: "lyon" as const },
  { organisationId: fudan, side: "china" as const },
];

describe("its parties", () => {
  const read = (id: string) => {
    const { organisationId, side, isToAct } = cooperationParties;
    return query((db) =>
      db
        .select({ organisationId, side, isToAct })
        .from(cooperationParties)
        .where(eq(cooperationParties.cooperationId, id)),
    );
  };
  const more = () => [...parties(), { organisationId: other, side: "lyon" as const }];

  test("change by an administrator, and whose turn it is stays", async () => {
    const { id } = await make({ moderation: "published" });
    await as(manager, sayWhoActs, { id, version: 1, organisationId: fudan });
    await as(administrator, setParties, { id, version: 2, parties: more() });
    expect(await read(id)).toHaveLength(3);
    expect((await read(id)).filter(({ isToAct }) => isToAct)).toMatchObject([
      { organisationId: fudan },
    ]);
    await as(stranger, sayWhoActs, { id, version: 3, organisationId: null });
    expect((await read(id)).some(({ isToAct }) => isToAct)).toBe(false);
  });

  test("that change once the club team has read it are told to the team, and to nobody else", async () => {
    const moderator = await transaction((tx) => makeMember(tx, {}, { role: "moderator" }));
    const { id } = await make();
    await as(administrator, setParties, { id, version: 1, parties: parties() });
    await as(manager, submitCooperation, { id, version: 2 });
    const words = { reasonCode: "other", words: "À revoir." };
    const turned = { id, version: 3, verdict: "changes-requested", ...words } as const;
    await transaction((tx) => turnDownEntry(tx, moderator, COOPERATION_VERBS, turned));
    expect(await getPartiesSetAt(moderator, id)).toBeNull();
    await as(administrator, setParties, { id, version: 4, parties: more() });
    await as(manager, submitCooperation, { id, version: 5 });
    expect(await getPartiesSetAt(moderator, id)).toBeInstanceOf(Date);
    expect(await getPartiesSetAt(manager, id)).toBeNull();
  });

  test("change by no manager once the club team had it, a draft again or not", async () => {
    const { id } = await make({ submittedAt: new Date() });
    await expect(
      as(manager, setParties, { id, version: 1, parties: more() }),
    ).rejects.toMatchObject({ code: "moveNotAllowed" });
  });

  test("are no way to find it for whoever may not read who they are", async () => {
    const [secret, made] = await transaction(async (tx) => {
      const values = { visibility: "members", country: "cn", place: "xining" } as const;
      const hidden = await makeOrganisation(tx, values);
      const agreed = await makeCooperation(tx, [lab, hidden.id], { moderation: "published" });
      return [hidden, agreed] as const;
    });
    for (const by of [{ party: secret.slug }, { city: "xining" }]) {
      const asked = { ...NO_FILTERS, ...by };
      expect((await listCooperations(null, asked)).lines).toEqual([]);
      const { lines } = await listCooperations(manager, asked);
      expect(lines.map(({ slug }) => slug)).toEqual([made.slug]);
    }
  });

  test("are kept by nobody whose account is not active", async () => {
    const [left, made] = await transaction(async (tx) => {
      const member = await makeMember(tx);
      const isTheirs = eq(accounts.id, member.accountId);
      await tx.update(accounts).set({ status: "suspended" }).where(isTheirs);
      const house = await makeOrganisation(tx, {}, [member]);
      return [member as Viewer, await makeCooperation(tx, [house.id, fudan])] as const;
    });
    expect(await getCooperation({ ...left, status: "suspended" }, made.slug)).toBeNull();
  });

  test("change by a manager in a draft alone", async () => {
    const { id } = await make({ slug: draftSlug() });
    await as(manager, setParties, { id, version: 1, parties: more() });
    expect(await read(id)).toHaveLength(3);
    const live = await make({ moderation: "published" });
    await expect(
      as(manager, setParties, { id: live.id, version: 1, parties: more() }),
    ).rejects.toMatchObject({ code: "moveNotAllowed" });
  });

  test("and who is none has no turn, a party elsewhere or not", async () => {
    const { id } = await make();
    const { id: party } = await transaction((tx) => makeOrganisation(tx));
    const elsewhere = await transaction((tx) => makeCooperation(tx, [party]));
    await expect(
      as(manager, sayWhoActs, { id, version: 1, organisationId: party }),
    ).rejects.toMatchObject({ code: "notFound" });
    expect(await read(elsewhere.id)).toMatchObject([{ isToAct: false }]);
  });
});

test("one party is managed by whoever writes it, which is said at the field", async () => {
  const { id } = await transaction((tx) => makeOrganisation(tx));
  const parties = [
    { organisationId: id, side: "lyon" },
    { organisationId: fudan, side: "china" },
  ] as const;
  const content = { originalLocale: "fr", title: { fr: "Chimie verte" } } as const;
  await expect(as(manager, startCooperation, { content, parties })).rejects.toMatchObject({
    code: "noneOfYours",
    field: "lyon",
  });
});

test("parties without a name for who reads stand last, wherever it begins", async () => {
  const { id } = await transaction(async (tx) => {
    const named = (sortLatin: string, visibility: "public" | "members") =>
      makeOrganisation(tx, { name: { fr: sortLatin }, sortLatin, visibility, country: "cn" });
    const china = [await named("aube", "public"), await named("brume", "members")];
    const last = await named("cime", "public");
    return makeCooperation(tx, [lab, ...china.map((one) => one.id), last.id]);
  });
  const read = async (viewer: Viewer | null) => {
    const chinese = (await listParties(viewer, id)).filter(({ side }) => side === "china");
    return chinese.map(({ name }) => name?.fr ?? null);
  };
  expect(await read(null)).toEqual(["aube", "cime", null]);
  expect(await read(manager)).toEqual(["aube", "brume", "cime"]);
});

describe("what is not ready is refused on its field", () => {
  test.each([
    [{ signed: "2012", ends: "2011-05" }, "endsBeforeSigned", "ends"],
    [{ signed: "2012-06", renewed: "2011" }, "renewedBeforeSigned", "renewed"],
    [{ sources: [] }, "required", "sources"],
    [{ sources: [{ ...SOURCE, opened: "" }] }, "sourceUnopened", "sources"],
    [{ subject: {} }, "originalNeeded", "subject.fr"],
    [{ agreementKind: null }, "notChosen", "agreementKind"],
    [{ actWords: { fr: "Signer" }, actOn: null }, "required", "actOn"],
  ])("%o", async (values, code, field) => {
    const { id } = await make(values);
    await expect(as(administrator, submitCooperation, { id, version: 1 })).rejects.toMatchObject({
      code,
      field,
    });
  });

  test("a year may end in itself", async () => {
    const { id } = await make({ signed: "2012-06", ends: "2012" });
    await as(administrator, submitCooperation, { id, version: 1 });
    const [row] = await query((db) =>
      db.select({ moderation: entries.moderation }).from(entries).where(eq(entries.id, id)),
    );
    expect(row?.moderation).toBe("published");
  });
});
