import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import { lettersTo } from "@/db/read-back";
import { affiliationRequests, affiliations } from "@/db/schema/affiliations";
import { sealReader } from "@/lib/core/auth/form-reader";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { IDLE } from "@/lib/core/form-state";
import { LOCALES } from "@/lib/core/i18n/locales";
import { renderMail } from "@/lib/core/mail/render-mail";
import { requestAffiliationAction } from "./actions";
import { acceptInvitation, inviteColleague, withdrawInvitation } from "./invitations.mutations";
import { getOwnInvitation, listOpenInvitations } from "./invitations.queries";
import { acceptRequest, requestAffiliation } from "./mutations";

const request = vi.hoisted(() => ({ viewer: null as Viewer | null }));

vi.mock("next/headers", () => ({ cookies: async () => ({ set: () => undefined }) }));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
vi.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw new Error(`to ${to}`);
  },
}));
vi.mock("@/lib/core/auth/request", () => ({
  requireOwnOrigin: async () => {},
  readRequest: async () => ({ client: randomUUID(), requestId: "", wantsPage: false }),
}));
vi.mock("@/lib/core/auth/viewer", () => ({ getViewer: async () => request.viewer }));

type Member = Awaited<ReturnType<typeof makeMember>>;

let other: Member;

beforeAll(async () => {
  other = await transaction((tx) => makeMember(tx));
});

afterAll(closeDatabase);

/** An organisation whose manager has invited a member by their address. */
const invited = () =>
  transaction(async (tx) => {
    const email = `invited-${randomUUID()}@example.org`;
    const manager = await makeMember(tx);
    const member = await makeMember(tx, {}, { email });
    const { id: organisationId } = await makeOrganisation(tx, {}, [manager]);
    await inviteColleague(tx, manager, { organisationId, email, locale: "fr", role: "person" });
    return { manager, member, organisationId };
  });

/** Presses the button of the organisation's page; gives where that leads. */
async function ask(viewer: Member, organisationId: string, kind = "join") {
  request.viewer = viewer;
  const data = new FormData();
  const form = { _key: `${randomUUID()}~${sealReader(viewer)}`, _locale: "fr" };
  for (const [field, value] of Object.entries({ ...form, organisationId, kind })) {
    data.set(field, value);
  }
  return requestAffiliationAction(IDLE, data).catch((error: Error) => error.message);
}

const placesOf = ({ memberId }: Member, organisationId: string) =>
  query(async (db) => ({
    person: await db.$count(
      affiliations,
      and(eq(affiliations.memberId, memberId), eq(affiliations.organisationId, organisationId)),
    ),
    asked: await db.$count(affiliationRequests, eq(affiliationRequests.memberId, memberId)),
  }));

/** What the letter says to whoever would manage it. */
const MANAGES = { fr: "gérer sa page", en: "manage its page", zh: "机构管理员" } as const;

test("the letter says to whoever is invited as a manager what they are invited to, to nobody else", async () => {
  const manager = await transaction((tx) => makeMember(tx));
  const { id: organisationId } = await transaction((tx) => makeOrganisation(tx, {}, [manager]));
  for (const locale of LOCALES) {
    const told = async (role: "manager" | "person") => {
      const email = `invited-${randomUUID()}@example.org`;
      const input = { organisationId, email, locale, role };
      await transaction((tx) => inviteColleague(tx, manager, input));
      const [letter] = await lettersTo(email);
      return renderMail("organisationInvitation", locale, letter?.data ?? {}).text;
    };
    expect(await told("manager")).toContain(MANAGES[locale]);
    expect(await told("person")).not.toContain(MANAGES[locale]);
  }
});

test("whom its managers invited joins from the organisation's page, without asking them", async () => {
  const { member, organisationId } = await invited();
  expect(await getOwnInvitation(member, organisationId)).not.toBeNull();
  expect(await ask(member, organisationId)).toContain("notice=invitationAccepted");
  expect(await placesOf(member, organisationId)).toEqual({ person: 1, asked: 0 });
  expect(await getOwnInvitation(member, organisationId)).toBeNull();
});

test("an invitation of another address is nobody else's way in", async () => {
  const { member, organisationId } = await invited();
  const invitationId = String(await getOwnInvitation(member, organisationId));
  expect(await getOwnInvitation(other, organisationId)).toBeNull();
  await expect(
    transaction((tx) => acceptInvitation(tx, other, { invitationId })),
  ).rejects.toMatchObject({ code: "otherAddress" });
  expect(await ask(other, organisationId)).toContain("notice=affiliationRequested");
  expect(await placesOf(other, organisationId)).toEqual({ person: 0, asked: 1 });
});

test("an invitation that was taken back leaves the asking", async () => {
  const { manager, member, organisationId } = await invited();
  const invitationId = String(await getOwnInvitation(member, organisationId));
  await transaction((tx) => withdrawInvitation(tx, manager, { invitationId }));
  expect(await getOwnInvitation(member, organisationId)).toBeNull();
  expect(await ask(member, organisationId)).toContain("notice=affiliationRequested");
  expect(await placesOf(member, organisationId)).toEqual({ person: 0, asked: 1 });
});

test.each([
  ["person", 0],
  ["manager", 1],
] as const)(
  "a yes to what they asked leaves, of an invitation as %s, %i to answer",
  async (role, left) => {
    const { manager, organisationId, requestId } = await transaction(async (tx) => {
      const email = `asking-${randomUUID()}@example.org`;
      const manager = await makeMember(tx);
      const member = await makeMember(tx, {}, { email });
      const { id: organisationId } = await makeOrganisation(tx, {}, [manager]);
      await requestAffiliation(tx, member, { organisationId, kind: "join", words: "" });
      await inviteColleague(tx, manager, { organisationId, email, locale: "zh", role });
      const [asked] = await tx
        .select({ id: affiliationRequests.id })
        .from(affiliationRequests)
        .where(eq(affiliationRequests.memberId, member.memberId));
      return { manager, organisationId, requestId: asked?.id ?? "" };
    });
    expect(await listOpenInvitations(manager, organisationId)).toHaveLength(1);
    await transaction((tx) => acceptRequest(tx, manager, { requestId }));
    expect(await listOpenInvitations(manager, organisationId)).toHaveLength(left);
  },
);
