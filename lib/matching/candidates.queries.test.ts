import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import {
  makeActivity,
  makeInterest,
  makeMember,
  makeOrganisation,
  makeProject,
  makeRoom,
} from "@/db/factories";
import { consents } from "@/db/schema/consents";
import { roomPeople } from "@/db/schema/rooms";
import { getMatchedProject, listCandidates } from "./candidates.queries";
import { getFit } from "./fits.queries";
import { dismissCandidate } from "./mutations";

type Member = Awaited<ReturnType<typeof makeMember>>;
type Values = Parameters<typeof makeMember>[1];

/** A sector and a city that no other suite uses together. */
const SECTOR = "tourism-hospitality";
const CITY = "guiyang";
const FITS = { sectors: [SECTOR], cities: [CITY] };

let owner: Member;
let project: { id: string; slug: string };

beforeAll(async () => {
  owner = await transaction((tx) => makeMember(tx));
  project = await transaction((tx) =>
    makeProject(tx, owner.memberId, {
      moderation: "published",
      sectors: [SECTOR],
      cities: [CITY],
      sought: { fr: "Un hôtel avec un funiculaire." },
      languages: ["fr", "zh"],
    }),
  );
});

afterAll(closeDatabase);

const make = (values: Values = {}, account: Parameters<typeof makeMember>[2] = {}) =>
  transaction((tx) => makeMember(tx, { ...FITS, ...values }, account));

async function candidates(viewer = owner, most = 300) {
  const own = await getMatchedProject(viewer, project.slug);
  return own ? listCandidates(viewer, own, "fr", most) : null;
}

async function matchOf(who: Member) {
  const found = await candidates();
  return found?.find(({ id }) => id === who.memberId);
}

const kindsOf = async (who: Member) =>
  (await matchOf(who))?.match.reasons.map(({ reason }) => reason.kind);

test("members who fit are found with their reasons, the same list each time", async () => {
  const member = await make({ languages: ["zh"] });
  expect(await kindsOf(member)).toEqual(["sectors", "cities", "languages"]);
  expect(await candidates()).toEqual(await candidates());
});

test("only the owner finds anybody", async () => {
  const other = await make();
  const moderator = await make({}, { role: "moderator" });
  expect(await candidates(other)).toBeNull();
  expect(await candidates(moderator)).toBeNull();
});

test.each(["paused", "on-hold", "completed", "dropped"] as const)(
  "for a project that is %s nobody is looked for",
  async (progress) => {
    const values = { moderation: "published", ...FITS } as const;
    const [open, over] = await transaction(async (tx) => [
      await makeProject(tx, owner.memberId, { ...values, progress: "negotiating" }),
      await makeProject(tx, owner.memberId, { ...values, progress }),
    ]);
    expect(await getMatchedProject(owner, open.slug)).not.toBeNull();
    expect(await getMatchedProject(owner, over.slug)).toBeNull();
  },
);

test.each(["self", "team", "contacts"] as const)(
  "what is hidden by the level %s counts for nothing",
  async (level) => {
    const open = await make();
    const hidden = await make({
      visibility: { sectors: level, cities: level, offers: level },
      offers: { fr: "Un funiculaire." },
    });
    expect(await matchOf(open)).toBeDefined();
    expect(await matchOf(hidden)).toBeUndefined();
  },
);

test("a hidden field brings nobody in whom the rest alone would not", async () => {
  const wanted = await transaction((tx) =>
    makeProject(tx, owner.memberId, {
      moderation: "published",
      sectors: [SECTOR],
      cities: [CITY],
      sought: { fr: "Une université, une grande école ou un centre de formation." },
      partnerKinds: ["university-school"],
      languages: ["fr", "zh"],
    }),
  );
  const hide = { sectors: "self", cities: "self" } as const;
  const school = { kind: "university-school" } as const;
  const [far, hidden, doing] = [
    await make({ sectors: [], cities: [], languages: ["fr"] }),
    await make({ visibility: hide, languages: ["fr"] }),
    await make({ sectors: [], cities: [], languages: ["fr"] }),
  ];
  await transaction(async (tx) => {
    for (const member of [far, hidden, doing]) await makeOrganisation(tx, school, [member]);
    const secret = { sectors: [SECTOR], cities: [CITY], visibility: "self" } as const;
    await makeActivity(tx, doing.memberId, { ...secret, sectors: [SECTOR], cities: [CITY] });
  });
  const own = await getMatchedProject(owner, wanted.slug);
  const found = own ? await listCandidates(owner, own, "fr", 300) : [];
  for (const { memberId } of [far, hidden, doing]) {
    expect(found.map(({ id }) => id)).not.toContain(memberId);
  }
});

test("a hidden field changes the reasons and nothing of it is told", async () => {
  const values = { offers: { fr: "Un funiculaire." } };
  const open = await make(values);
  const hidden = await make({ ...values, visibility: { offers: "self", cities: "team" } });
  await transaction((tx) => makeActivity(tx, hidden.memberId, { sectors: [SECTOR], cities: [] }));
  expect(await kindsOf(open)).toEqual(["sectors", "cities", "offer"]);
  expect(await kindsOf(hidden)).toEqual(["sectors", "activity", "direction"]);
  expect((await matchOf(hidden))?.card.cities).toEqual([]);
});

test("an activity that only its member sees speaks for nobody", async () => {
  const member = await make({ cities: [] });
  const values = { sectors: [SECTOR], cities: [CITY], since: 2012 };
  const secret = { ...values, visibility: "self" as const };
  await transaction((tx) => makeActivity(tx, member.memberId, secret));
  const before = await kindsOf(member);
  await transaction((tx) => makeActivity(tx, member.memberId, values));
  const after = await matchOf(member);
  expect(before).toBeUndefined();
  expect(after?.match.reasons.map(({ reason }) => reason)).toContainEqual(
    expect.objectContaining({ kind: "activity", city: CITY, since: 2012, until: null }),
  );
});

test("a project whose owner is not told is no experience of theirs", async () => {
  const member = await make();
  const add = (ownerLevel: "contacts" | "members") => {
    const values = { moderation: "published" as const, cities: [CITY], ownerLevel };
    return transaction((tx) => makeProject(tx, member.memberId, values));
  };
  await add("contacts");
  expect(await kindsOf(member)).not.toContain("earlier");
  await add("members");
  expect(await kindsOf(member)).toContain("earlier");
});

test("neither the owner, nor colleagues, nor who is suspended, lapsed or out of the directory", async () => {
  const [colleague, unlisted] = [await make(), await make()];
  const [suspended, lapsed] = [
    await make({}, { status: "suspended" }),
    await make({}, { status: "lapsed" }),
  ];
  await transaction((tx) => makeOrganisation(tx, {}, [colleague, owner]));
  await transaction((tx) =>
    tx
      .update(consents)
      .set({ withdrawnAt: new Date() })
      .where(eq(consents.accountId, unlisted.accountId)),
  );
  const ids = (await candidates())?.map(({ id }) => id);
  expect(ids?.length).toBeGreaterThan(0);
  for (const { memberId } of [owner, colleague, unlisted, suspended, lapsed]) {
    expect(ids).not.toContain(memberId);
  }
});

test("an organisation that is hidden gives no reason", async () => {
  const member = await make();
  const values = { visibility: "team", kind: "chinese-company" } as const;
  await transaction((tx) => makeOrganisation(tx, values, [member]));
  expect(JSON.stringify(await matchOf(member))).not.toContain("chinese-company");
});

test("who was set aside for a project is not suggested for it again", async () => {
  const member = await make();
  const { slug } = project;
  expect(await matchOf(member)).toBeDefined();
  await transaction((tx) => dismissCandidate(tx, owner, { slug, candidateId: member.memberId }));
  expect(await matchOf(member)).toBeUndefined();
});

type Sent = Parameters<typeof makeInterest>[3];

const answer = (who: Member, values: Sent) =>
  transaction((tx) => makeInterest(tx, project.id, who.memberId, values));

test.each([
  ...(["accepted", "in-talks", "agreement", "no-agreement"] as const).map((state) => ({ state })),
  ...(["sent", "declined", "withdrawn"] as const).map((state) => ({ state, isNamed: true })),
])("whom the owner knows to have answered is not suggested: %o", async (values) => {
  const member = await make();
  expect(await matchOf(member)).toBeDefined();
  await answer(member, values);
  expect(await matchOf(member)).toBeUndefined();
});

test.each([
  { state: "sent" },
  { state: "declined" },
  { state: "lapsed" },
  { state: "sent", isNamed: true, isSilenced: true },
] as const)("no gap in the list says who answered without a name: %o", async (values) => {
  const member = await make();
  await answer(member, values);
  expect(await matchOf(member)).toBeDefined();
});

test("who is in the project's room is not suggested, who has left it is", async () => {
  const [partner, left] = [await make(), await make()];
  await transaction(async (tx) => {
    const ids = [owner, partner, left].map(({ memberId }) => memberId);
    await makeRoom(tx, project.id, ids);
    await tx
      .update(roomPeople)
      .set({ removedAt: new Date() })
      .where(eq(roomPeople.memberId, left.memberId));
  });
  expect(await matchOf(partner)).toBeUndefined();
  expect(await matchOf(left)).toBeDefined();
  const fit = await getFit(owner, project.slug, partner.memberId, "fr");
  expect(fit?.reason).not.toBeNull();
});

test("what two may talk about: one's own project with why the other fits, or one that fits oneself", async () => {
  const fits = await make({ sectors: [SECTOR] });
  const says = (viewer: Member, slug: string, { memberId }: Member) =>
    getFit(viewer, slug, memberId, "fr");
  const own = await says(owner, project.slug, fits);
  expect(own).toMatchObject({ isOwn: true, reason: { kind: "sectors", slugs: [SECTOR] } });
  const theirs = await says(fits, project.slug, owner);
  expect(theirs).toMatchObject({ isOwn: false, title: own?.title });
  const hidden = await make({ visibility: { sectors: "self", cities: "self" } });
  expect(await says(owner, project.slug, hidden)).toMatchObject({ isOwn: true, reason: null });
  const stranger = await make({ sectors: [], cities: [] });
  expect(await says(stranger, project.slug, owner)).toBeNull();
});
