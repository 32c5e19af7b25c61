import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { VISIBILITIES, type Visibility } from "@/db/enums";
import {
  makeAccount,
  makeInterest,
  makeMember,
  makeOrganisation,
  makeProject,
} from "@/db/factories";
import { makePortrait } from "@/db/portrait-factory";
import { affiliations } from "@/db/schema/affiliations";
import { memberContacts } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { FIELDS, type ViewAs } from "./policy";
import { getMember, getMemberContacts, getOwnProfile } from "./queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

const canary = (field: string) => ({ fr: `canari ${field}` });

/** A member who shows every field at one level. */
function makeOpenMember(level: Visibility, status: "active" | "suspended" = "active") {
  const visibility = Object.fromEntries(FIELDS.map((field) => [field, level]));
  return transaction(async (tx) => {
    const member = await makeMember(
      tx,
      {
        nameZh: "黄莺",
        jobTitle: canary("jobTitle"),
        bio: canary("bio"),
        offers: canary("offers"),
        needs: canary("needs"),
        languages: ["yue"],
        sectors: ["agrifood"],
        cities: ["guangzhou"],
        visibility,
      },
      { status },
    );
    const [organisation] = await tx
      .insert(organisations)
      .values({
        slug: `o-${member.memberId}`,
        name: canary("organisation"),
        kind: "sme",
        visibility: "public",
      })
      .returning({ id: organisations.id });
    await tx
      .insert(affiliations)
      .values({ memberId: member.memberId, organisationId: organisation?.id ?? "" });
    const contacts = { email: "canari@example.org", phone: "canari", wechat: "canari" };
    await tx
      .insert(memberContacts)
      .values({ memberId: member.memberId, ...contacts })
      .onConflictDoUpdate({ target: memberContacts.memberId, set: contacts });
    await makePortrait(tx, member.memberId);
    return member;
  });
}

let other: Member;
let moderator: Member;
let secretariat: Awaited<ReturnType<typeof makeAccount>>;
let suspended: Member;

beforeAll(async () => {
  [other, moderator, secretariat, suspended] = await transaction(async (tx) => [
    await makeMember(tx),
    await makeMember(tx, {}, { role: "moderator" }),
    await makeAccount(tx, { role: "administrator" }),
    await makeMember(tx, {}, { status: "suspended" }),
  ]);
});

afterAll(closeDatabase);

/** The fields that came with a value, over the page and the contacts. */
async function shownFields(viewer: Member | typeof secretariat, owner: Member, as?: ViewAs) {
  const page = await getMember(viewer, owner.memberSlug, as);
  const contacts = await getMemberContacts(viewer, owner.memberId, as);
  const values: Record<string, unknown> = { ...page, ...contacts };
  return FIELDS.filter((field) => values[field] !== null && values[field] !== undefined);
}

describe.each(VISIBILITIES)("fields shown to %s", (level) => {
  let owner: Member;
  beforeAll(async () => {
    owner = await makeOpenMember(level);
  });

  test("another member", async () => {
    const isOpen = ["public", "members"].includes(level);
    expect(await shownFields(other, owner)).toEqual(isOpen ? [...FIELDS] : []);
  });

  test("the club team, with a profile or without", async () => {
    const isOpen = ["public", "members", "team"].includes(level);
    expect(await shownFields(moderator, owner)).toEqual(isOpen ? [...FIELDS] : []);
    expect(await shownFields(secretariat, owner)).toEqual(isOpen ? [...FIELDS] : []);
  });

  test("the owner, and the owner through other eyes", async () => {
    expect(await shownFields(owner, owner)).toEqual([...FIELDS]);
    expect(await shownFields(owner, owner, "public")).toEqual(
      level === "public" ? [...FIELDS] : [],
    );
    const forMembers = ["public", "members"].includes(level);
    expect(await shownFields(owner, owner, "members")).toEqual(forMembers ? [...FIELDS] : []);
  });

  test("an accepted contact, and the owner through the eyes of one", async () => {
    const contact = await transaction(async (tx) => {
      const member = await makeMember(tx);
      const { id } = await makeProject(tx, owner.memberId, { moderation: "published" });
      await makeInterest(tx, id, member.memberId, { state: "accepted" });
      return member;
    });
    const isOpen = ["public", "members", "contacts"].includes(level);
    expect(await shownFields(contact, owner)).toEqual(isOpen ? [...FIELDS] : []);
    expect(await shownFields(owner, owner, "contacts")).toEqual(isOpen ? [...FIELDS] : []);
    expect(await shownFields(other, owner, "contacts")).toEqual(await shownFields(other, owner));
  });

  test("nobody borrows eyes for another's page", async () => {
    expect(await shownFields(other, owner, "team")).toEqual(await shownFields(other, owner));
  });

  test("a suspended viewer finds no page", async () => {
    expect(await getMember(suspended, owner.memberSlug)).toBeNull();
    expect(await getMemberContacts(suspended, owner.memberId)).toBeNull();
  });
});

test("arrays and texts come as such", async () => {
  const owner = await makeOpenMember("members");
  expect(await getMember(other, owner.memberSlug)).toMatchObject({
    isOwn: false,
    names: { familyName: "Montclair" },
    nameZh: "黄莺",
    languages: ["yue"],
    sectors: ["agrifood"],
    cities: ["guangzhou"],
    organisation: { fr: "canari organisation" },
  });
});

test("names are for members: the visitors' preview has none", async () => {
  const owner = await makeOpenMember("public");
  expect((await getMember(owner, owner.memberSlug, "public"))?.names).toBeNull();
  expect((await getMember(owner, owner.memberSlug, "members"))?.names).not.toBeNull();
});

test("a suspended member's page is there for themselves and the club team alone", async () => {
  const owner = await makeOpenMember("public", "suspended");
  expect(await getMember(other, owner.memberSlug)).toBeNull();
  expect(await getMemberContacts(other, owner.memberId)).toBeNull();
  expect((await getMember(moderator, owner.memberSlug))?.status).toBe("suspended");
  expect((await getMember(owner, owner.memberSlug))?.isOwn).toBe(true);
});

test("one's own profile holds everything; a club account has none", async () => {
  const owner = await makeOpenMember("self");
  expect(await getOwnProfile(owner)).toMatchObject({
    slug: owner.memberSlug,
    bio: canary("bio"),
    phone: "canari",
    organisation: canary("organisation"),
  });
  expect(await getOwnProfile(secretariat)).toBeNull();
});

test("of several organisations the main one stands beside the name", async () => {
  const { memberId, memberSlug } = await makeOpenMember("members");
  await transaction(async (tx) => {
    const { id: organisationId } = await makeOrganisation(tx, { visibility: "public" });
    await tx.insert(affiliations).values({ memberId, organisationId, isMain: false });
  });
  const page = await getMember(other, memberSlug ?? "");
  expect(page?.organisation).toEqual(canary("organisation"));
});
