import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount, makeMember, makeProject } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { members } from "@/db/schema/members";
import { listPeople } from "@/lib/affiliations/queries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { readDirectoryFilters } from "@/lib/directory/directory-filters";
import { listMembers, listNewMembers } from "@/lib/directory/queries";
import { findCandidates, getMatchedProject } from "@/lib/matching/candidates.queries";
import { getMember } from "@/lib/members/queries";
import { getPendingAccount, listPendingAccounts } from "@/lib/moderation/pending.queries";
import { addPerson } from "./add-person.mutations";
import { addPersonInput } from "./form.schema";

const NAME = "Quilbertin";
const email = "quilbertin@example.org";

type Pending = { accountId: string; memberId: string; slug: string; organisationId: string };

let pending: Pending;
let viewers: [name: string, viewer: Viewer][];

beforeAll(async () => {
  await transaction(async (tx) => {
    const administrator = await makeAccount(tx, { role: "administrator" });
    const row = { familyName: NAME, givenName: "Odile", nameZh: "归奥迪", email, locale: "fr" };
    const place = { organisation: "Fonderie Quatrevaux", cities: "Ningbo" };
    await addPerson(tx, administrator, addPersonInput.parse({ ...row, ...place }));
  });
  const [row] = await query((db) =>
    db
      .select({
        accountId: accounts.id,
        memberId: members.id,
        slug: members.slug,
        organisationId: affiliations.organisationId,
      })
      .from(accounts)
      .innerJoin(members, eq(members.accountId, accounts.id))
      .innerJoin(affiliations, eq(affiliations.memberId, members.id))
      .where(eq(accounts.email, email)),
  );
  if (!row) throw new Error("nobody came in");
  pending = row;
  viewers = await transaction(async (tx) => {
    const colleague = await makeMember(tx);
    const { memberId } = colleague;
    const { organisationId } = pending;
    await tx.insert(affiliations).values({ memberId, organisationId, role: "manager" });
    return [
      ["a member", await makeMember(tx)],
      ["a manager of their organisation", colleague],
      ["a lapsed member", await makeMember(tx, {}, { status: "lapsed" })],
      ["a moderator", await makeMember(tx, {}, { role: "moderator" })],
      ["an administrator", await makeMember(tx, {}, { role: "administrator" })],
    ];
  });
});

afterAll(closeDatabase);

describe("a pending person", () => {
  test("stands in no line that lists, searches and counts read", async () => {
    const [row] = await query((db) =>
      db.execute(sql`select count(*)::int as n from search_lines where subject_id = ${pending.memberId}
        or line like '%quilbertin%' or written like '%quilbertin%'`),
    );
    expect(row?.n).toBe(0);
  });

  test("is found, listed, proposed and told as new to nobody, whatever their role", async () => {
    for (const [name, viewer] of viewers) {
      for (const q of [NAME, "归奥迪", "Fonderie Quatrevaux"]) {
        const { members: found, similar } = await listMembers(
          viewer,
          readDirectoryFilters({ q }),
          "fr",
        );
        expect(
          [...found, ...(similar ?? [])].map(({ slug }) => slug),
          `${q} by ${name}`,
        ).not.toContain(pending.slug);
      }
      const news = await listNewMembers(viewer, new Date(0), "fr");
      expect(
        news.members.map(({ slug }) => slug),
        name,
      ).not.toContain(pending.slug);
      const people = await listPeople(viewer, pending.organisationId, "fr");
      expect(JSON.stringify(people), name).not.toContain(NAME);
    }
    expect(await listPeople(null, pending.organisationId, "fr")).toEqual([]);
  });

  test("fits no project that their cities and sectors fit", async () => {
    const owner = await transaction((tx) => makeMember(tx));
    const { slug } = await transaction((tx) =>
      makeProject(tx, owner.memberId, { moderation: "published", cities: ["ningbo"] }),
    );
    const project = await getMatchedProject(owner, slug);
    if (!project) throw new Error("no such project");
    const found = await query((db) => findCandidates(db, owner, project, "fr", 200));
    expect(found.map(({ card }) => card.slug)).not.toContain(pending.slug);
  });

  test("is read by the club team alone, for which it does not wait", async () => {
    for (const [name, viewer] of viewers) {
      const isTeam = viewer.role !== "member";
      const page = await getMember(viewer, pending.slug);
      expect(page !== null, name).toBe(isTeam);
      const dossier = await getPendingAccount(viewer, pending.accountId, "fr");
      expect(dossier !== null, name).toBe(isTeam);
      const waiting = await listPendingAccounts(viewer, "fr");
      expect(waiting.map(({ id }) => id)).not.toContain(pending.accountId);
    }
  });
});
