import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeCooperation } from "@/db/cooperation-factory";
import { makeAccount, makeMember, makeOrganisation } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { addDays, today } from "@/lib/core/dates";
import { actTasks } from "@/lib/dashboard/act-tasks";
import { listDueActs } from "./due-acts.queries";
import { sayWhoActs } from "./mutations";

afterAll(closeDatabase);

const world = (actOn: string, moderation: "published" | "draft" = "published") =>
  transaction(async (tx) => {
    const manager = (await makeMember(tx)) as Viewer;
    const other = (await makeMember(tx)) as Viewer;
    const administrator = (await makeAccount(tx, { role: "administrator" })) as Viewer;
    const lyon = await makeOrganisation(tx, {}, [manager as never]);
    const china = await makeOrganisation(tx, { country: "cn" });
    const third = await makeOrganisation(tx, {}, [other as never]);
    const values = { moderation, actOn, actWords: { fr: "Signer le renouvellement" } };
    const made = await makeCooperation(tx, [lyon.id, china.id, third.id], values);
    return { manager, other, administrator, lyon, china, ...made };
  });

type World = Awaited<ReturnType<typeof world>>;

const assign = ({ manager, id }: World, organisationId: string | null) =>
  transaction((tx) => sayWhoActs(tx, manager, { id, version: 1, organisationId }));

const isShown = async ({ slug }: World, viewer: Viewer) =>
  (await listDueActs(viewer)).some((act) => act.slug === slug);

test("whoever manages the party whose turn it is sees it, nobody else", async () => {
  const made = await world(addDays(today(), 20));
  await assign(made, made.lyon.id);
  expect(await isShown(made, made.manager)).toBe(true);
  expect(await isShown(made, made.other)).toBe(false);
  expect(await isShown(made, made.administrator)).toBe(false);
});

test("administrators see what is the club's to do, or a party's that nobody manages", async () => {
  const made = await world(addDays(today(), -3));
  expect(await isShown(made, made.administrator)).toBe(true);
  expect(await isShown(made, made.manager)).toBe(false);
  await assign(made, made.china.id);
  expect(await isShown(made, made.administrator)).toBe(true);
});

test("a manager who is suspended has no turn: it is the club's again", async () => {
  const made = await world(addDays(today(), 20));
  await assign(made, made.lyon.id);
  await transaction((tx) =>
    tx.update(accounts).set({ status: "suspended" }).where(eq(accounts.id, made.manager.accountId)),
  );
  expect(await isShown(made, made.administrator)).toBe(true);
});

test.each([
  [31, "published"],
  [3, "draft"],
] as const)("not %i days before, %s", async (days, moderation) => {
  const made = await world(addDays(today(), days), moderation);
  expect(await isShown(made, made.administrator)).toBe(false);
});

test("it is said with its day, also when that has passed", () => {
  const act = {
    slug: "canton",
    title: { fr: "Jumelage" },
    originalLocale: "fr",
    actOn: "2026-12-01",
    actWords: { fr: "Signer" },
  } as const;
  const [before] = actTasks([act], "2026-11-26", "fr");
  expect(before).toMatchObject({
    kind: "act",
    href: "/fr/cooperations/canton",
    title: "Signer\u00a0: à faire pour le 1er\u00a0décembre 2026",
  });
  const [after] = actTasks([act], "2026-12-02", "fr");
  expect(after?.title).toBe("Signer\u00a0: était à faire pour le 1er\u00a0décembre 2026");
});
