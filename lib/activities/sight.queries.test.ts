import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeAccount, makeActivity, makeMember, makeOrganisation } from "@/db/factories";
import { consents } from "@/db/schema/consents";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { searchLine } from "@/lib/search/search-words";
import { NO_FILTERS } from "./activity-filters";
import { getActivity, listActivities, listTimeline } from "./queries";
import { buildActivitySearch } from "./search-text";

type Viewer = Awaited<ReturnType<typeof makeAccount>>;
type Member = Awaited<ReturnType<typeof makeMember>>;
type Values = NonNullable<Parameters<typeof makeActivity>[2]>;

/** A word of this run, so that the lists of other suites do not disturb. */
const mark = `zq${crypto.randomUUID().slice(0, 8)}`;
const secret = (name: string) => `canary${name}${mark}`;

let owner: Member;
let other: Member;
let colleague: Member;
let moderator: Viewer;
let organisation: { id: string; slug: string };

const texts = {
  title: { fr: `Soie ${mark}` },
  summary: { fr: "Deux ateliers" },
  partner: secret("partner"),
  kind: "sourcing",
  sectors: ["energy"],
  cities: ["hangzhou"],
};

const make = (values: Values = {}) =>
  transaction((tx) =>
    makeActivity(tx, owner.memberId, { ...texts, ...buildActivitySearch(texts), ...values }),
  );

beforeAll(async () => {
  await transaction(async (tx) => {
    const familyName = secret("family");
    owner = await makeMember(tx, { familyName, searchNames: searchLine([familyName]) });
    other = await makeMember(tx);
    colleague = await makeMember(tx);
    moderator = await makeAccount(tx, { role: "moderator" });
    const name = { fr: secret("organisation") };
    organisation = await makeOrganisation(
      tx,
      { name, searchText: searchLine([name.fr]), sortLatin: name.fr },
      [colleague, owner],
    );
  });
});

afterAll(closeDatabase);

const search = (viewer: Viewer | null, q = mark) =>
  listActivities(viewer, { ...NO_FILTERS, q }, "fr");

const raw = async (viewer: Viewer | null, slug: string) => {
  const list = await search(viewer);
  const timeline = await listTimeline(viewer, { memberId: owner.memberId }, "fr");
  return JSON.stringify([await getActivity(viewer, slug, "fr"), list, timeline]);
};

const setOrganisation = (visibility: "public" | "members" | "team") =>
  transaction((tx) =>
    tx.update(organisations).set({ visibility }).where(eq(organisations.id, organisation.id)),
  );
const setMember = (visibility: { organisation?: "self" }) =>
  transaction((tx) => tx.update(members).set({ visibility }).where(eq(members.id, owner.memberId)));

test("visitors read neither people nor partners, and organisations only with a public page", async () => {
  const values = { visibility: "public", organisationId: organisation.id } as const;
  const { slug } = await make(values);
  const before = await raw(null, slug);
  for (const name of ["family", "partner", "organisation"]) {
    expect(before).not.toContain(secret(name));
    const { total } = await search(null, secret(name));
    expect([name, total]).toEqual([name, 0]);
  }
  expect(before).not.toContain(owner.memberSlug);
  await setOrganisation("public");
  expect(await raw(null, slug)).toContain(secret("organisation"));
  expect((await search(null, secret("organisation"))).total).toBeGreaterThan(0);
  await setOrganisation("members");
});

test("members read all three and find by them", async () => {
  const { slug } = await make({ organisationId: organisation.id });
  const text = await raw(other, slug);
  for (const name of ["family", "partner", "organisation"]) {
    expect(text).toContain(secret(name));
    expect((await search(other, secret(name))).total).toBeGreaterThan(0);
  }
});

test("an organisation that members do not see is not told, sorted by or found", async () => {
  const { slug } = await make({ organisationId: organisation.id });
  await setOrganisation("team");
  expect(await raw(other, slug)).not.toContain(secret("organisation"));
  expect((await search(other, secret("organisation"))).total).toBe(0);
  expect(await raw(moderator, slug)).toContain(secret("organisation"));
  expect(await raw(owner, slug)).toContain(secret("organisation"));
  expect(await raw(colleague, slug)).toContain(secret("organisation"));
  expect(await listTimeline(other, { organisationId: organisation.id }, "fr")).toEqual([]);
  await setOrganisation("members");
});

test("who hides where they belong is not betrayed by an activity", async () => {
  const { slug } = await make({
    organisationId: organisation.id,
    visibility: "public",
  });
  await setOrganisation("public");
  await setMember({ organisation: "self" });
  for (const viewer of [null, other, moderator]) {
    expect(await raw(viewer, slug)).not.toContain(secret("organisation"));
    const ofOrganisation = await listTimeline(viewer, { organisationId: organisation.id }, "fr");
    expect(ofOrganisation.map((item) => item.slug)).not.toContain(slug);
    expect((await search(viewer, secret("organisation"))).total).toBe(0);
  }
  expect(await raw(owner, slug)).toContain(secret("organisation"));
  await setMember({});
  await setOrganisation("members");
});

test("who does not stand in the directory is not named", async () => {
  const { slug } = await make();
  const ofOwner = eq(consents.accountId, owner.accountId);
  await transaction((tx) => tx.update(consents).set({ withdrawnAt: new Date() }).where(ofOwner));
  expect(await raw(other, slug)).not.toContain(secret("family"));
  expect((await search(other, secret("family"))).total).toBe(0);
  expect(await raw(moderator, slug)).toContain(secret("family"));
  const { accountId } = owner;
  const anew = { accountId, purpose: "members-directory", textVersion: 1, locale: "fr" } as const;
  await transaction((tx) => tx.insert(consents).values(anew));
  expect(await raw(other, slug)).toContain(secret("family"));
});
