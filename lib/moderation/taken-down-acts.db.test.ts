import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import type { TakenDownType } from "@/db/enums";
import { makeActivity, makeApplication, makeOrganisation } from "@/db/factories";
import { CANARY, type OneOfEachKind, oneOfEachKind } from "@/db/one-of-each-kind";
import { mailsTo } from "@/db/read-back";
import { accounts } from "@/db/schema/accounts";
import {
  affiliationRequests,
  affiliations,
  organisationInvitations,
} from "@/db/schema/affiliations";
import { entryAccesses } from "@/db/schema/entry-parts";
import { mails } from "@/db/schema/mail";
import { members } from "@/db/schema/members";
import { roomPeople } from "@/db/schema/rooms";
import { getEditableActivity } from "../activities/editing.queries";
import { acceptInvitation, declineInvitation } from "../affiliations/invitations.mutations";
import { acceptRequest, declineRequest, requestAffiliation } from "../affiliations/mutations";
import { addPerson, leaveOrganisation, removePerson } from "../affiliations/people.mutations";
import { listOpenRequests } from "../affiliations/requests.queries";
import { lockRoster } from "../affiliations/roster.queries";
import { getOwnApplication } from "../applications/queries";
import { hashToken } from "../core/auth/tokens";
import type { Viewer } from "../core/auth/viewer-type";
import { listAccesses } from "../entries/accesses.queries";
import { getOwnProfile } from "../members/queries";
import { takeBackNews } from "../rooms/updates.mutations";
import { takeDown } from "./take-downs.mutations";

let world: OneOfEachKind;

beforeEach(async () => {
  world = await transaction(oneOfEachKind);
});
afterAll(() => closeDatabase());

const down = (kind: TakenDownType) =>
  transaction((tx) =>
    takeDown(tx, world.viewers.insider, {
      kind,
      id: world.ids[kind],
      reasonCode: "misleading",
      words: "",
    }),
  );

const lettersTo = async (viewer: Viewer) => JSON.stringify(await mailsTo(viewer));

describe("an organisation that was taken down", () => {
  const asks = (viewer: Viewer & { memberId: string }, kind: "join" | "claim") =>
    transaction((tx) =>
      requestAffiliation(tx, viewer, {
        organisationId: world.ids.organisation,
        kind,
        words: "Bonjour",
      }),
    );

  test("is asked to join by nobody", async () => {
    const { other } = world.viewers;
    await down("organisation");
    await expect(asks(other, "join")).rejects.toMatchObject({ code: "notFound" });
    await expect(asks(other, "claim")).rejects.toMatchObject({ code: "notFound" });
  });

  test("takes in nobody who had asked, and its name is told to nobody who is declined or leaves", async () => {
    const { author, other, colleague, host } = world.viewers;
    await asks(other, "join");
    await asks(host, "join");
    await down("organisation");
    const idOf = async ({ memberId }: { memberId: string }) => {
      const [row] = await query((db) =>
        db
          .select({ id: affiliationRequests.id })
          .from(affiliationRequests)
          .where(eq(affiliationRequests.memberId, memberId)),
      );
      return row?.id ?? "";
    };
    const requestId = await idOf(other);
    const accepted = transaction((tx) => acceptRequest(tx, author, { requestId }));
    await expect(accepted).rejects.toMatchObject({ code: "moveNotAllowed" });
    await transaction((tx) => declineRequest(tx, author, { requestId, words: "" }));
    const person = { organisationId: world.ids.organisation, memberId: colleague.memberId };
    await transaction((tx) => removePerson(tx, author, person));
    for (const viewer of [other, colleague]) {
      expect((await mailsTo(viewer)).length).toBeGreaterThan(0);
      expect(await lettersTo(viewer)).not.toContain(CANARY.organisation);
    }
  });

  test("an old link to join it is as good as expired", async () => {
    const { author, other } = world.viewers;
    const token = randomUUID();
    const [account] = await query((db) =>
      db.select({ email: accounts.email }).from(accounts).where(eq(accounts.id, other.accountId)),
    );
    await query((db) =>
      db.insert(organisationInvitations).values({
        organisationId: world.ids.organisation,
        email: account?.email ?? "",
        locale: "fr",
        role: "person",
        invitedBy: author.memberId,
        tokenHash: hashToken(token),
        expiresAt: sql`now() + interval '3 days'`,
      }),
    );
    await down("organisation");
    const expired = { code: "linkExpired" };
    await expect(transaction((tx) => acceptInvitation(tx, other, { token }))).rejects.toMatchObject(
      expired,
    );
    await expect(transaction((tx) => declineInvitation(tx, null, { token }))).rejects.toMatchObject(
      expired,
    );
  });

  test("is not named in a colleague's own activity, profile, nor to an applicant", async () => {
    const { colleague } = world.viewers;
    const [activity, application] = await transaction(async (tx) => [
      await makeActivity(tx, colleague.memberId, { organisationId: world.ids.organisation }),
      await makeApplication(tx, { organisationId: world.ids.organisation }),
    ]);
    await down("organisation");
    const form = await getEditableActivity(colleague, activity.slug);
    expect(form?.organisationId).toBe(world.ids.organisation);
    const applicant = { applicationId: application.id } as never;
    const seen = [form, await getOwnProfile(colleague), await getOwnApplication(applicant, "fr")];
    expect(JSON.stringify(seen)).not.toContain(CANARY.organisation);
  });
});

test("an organisation that was taken down stays the main one of whoever joins another and leaves it again", async () => {
  const { colleague, host } = world.viewers;
  await down("organisation");
  const { id: organisationId } = await transaction((tx) => makeOrganisation(tx, {}, [host]));
  const mainOnes = () =>
    query((db) =>
      db
        .select({ id: affiliations.organisationId, isMain: affiliations.isMain })
        .from(affiliations)
        .where(eq(affiliations.memberId, colleague.memberId))
        .orderBy(affiliations.createdAt),
    );
  await transaction(async (tx) => {
    const roster = await lockRoster(tx, organisationId);
    await addPerson(tx, host, { roster, memberId: colleague.memberId, role: "person" });
  });
  const takenDown = { id: world.ids.organisation, isMain: true };
  expect(await mainOnes()).toEqual([takenDown, { id: organisationId, isMain: false }]);
  await transaction((tx) => leaveOrganisation(tx, colleague, { organisationId }));
  expect(await mainOnes()).toEqual([takenDown]);
});

describe("a member whose profile was taken down", () => {
  test("stands in a request without job title, and among who opened without address", async () => {
    const { author, host, contact } = world.viewers;
    const slug = `${CANARY.member}-${randomUUID()}`;
    await transaction(async (tx) => {
      await tx
        .update(members)
        .set({ slug, jobTitle: { fr: CANARY.member } })
        .where(eq(members.id, author.memberId));
      const { id: organisationId } = await makeOrganisation(tx, {}, [host]);
      const asked = { organisationId, memberId: author.memberId, kind: "join" as const };
      await tx.insert(affiliationRequests).values({ ...asked, words: "Bonjour" });
      const { accountId } = author;
      await tx.insert(entryAccesses).values({ entryId: world.hosted.id, accountId, part: "text" });
    });
    await down("member");
    const [request] = await listOpenRequests(host, "fr");
    expect(request?.words).toBe("Bonjour");
    expect(JSON.stringify(request)).not.toContain(CANARY.member);
    const accesses = await listAccesses(host, world.hosted.id);
    expect(accesses).toHaveLength(1);
    expect(JSON.stringify(accesses)).not.toContain(CANARY.member);
    expect(contact.memberId).not.toBe(author.memberId);
  });
});

describe("letters that wait", () => {
  const KINDS = { question: "questionAsked", message: "roomMention" } as const;

  test.each(["question", "message"] as const)("one that quotes a %s is not sent", async (kind) => {
    const { author, host } = world.viewers;
    const letter = (to: Viewer) => ({
      accountId: to.accountId,
      address: `${to.accountId}@example.org`,
      kind: KINDS[kind],
      locale: "fr" as const,
      data: { title: "Projet", words: CANARY[kind], to: "/" },
    });
    await query((db) => db.insert(mails).values([letter(host), letter(author)]));
    await down(kind);
    expect(await lettersTo(host)).not.toContain(CANARY[kind]);
    expect(await lettersTo(author)).toContain(CANARY[kind]);
  });
});

test("an update that was taken down is taken back by nobody else", async () => {
  const { contact, author } = world.viewers;
  await query((db) =>
    db.update(roomPeople).set({ role: "lead" }).where(eq(roomPeople.memberId, contact.memberId)),
  );
  await down("update");
  const updateId = world.ids.update;
  const takesBack = (viewer: typeof contact) =>
    transaction((tx) => takeBackNews(tx, viewer, { updateId }));
  await expect(takesBack(contact)).rejects.toMatchObject({ code: "notFound" });
  await expect(takesBack(author)).resolves.toMatchObject({ slug: world.project.slug });
});
