import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import type { MembershipStatus, ModerationState } from "@/db/enums";
import { makeInterest, makeMember, makeProject } from "@/db/factories";
import type { ViewAs } from "@/lib/members/policy";
import { listProjectsOfMember } from "./listing.queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

const STATES: ModerationState[] = [
  "draft",
  "submitted",
  "changes-requested",
  "refused",
  "withdrawn",
];

let reader: Member;
let moderator: Member;

beforeAll(async () => {
  [reader, moderator] = await transaction(async (tx) => [
    await makeMember(tx),
    await makeMember(tx, {}, { role: "moderator" }),
  ]);
});

afterAll(closeDatabase);

/** An owner with one published project and one in every other state. */
function makeOwner(status: MembershipStatus) {
  return transaction(async (tx) => {
    const owner = await makeMember(tx, {}, { status });
    for (const moderation of STATES) await makeProject(tx, owner.memberId, { moderation });
    const published = await makeProject(tx, owner.memberId, { moderation: "published" });
    return { owner, slug: published.slug };
  });
}

const slugs = async (viewer: Member, owner: Member) =>
  (await listProjectsOfMember(viewer, owner.memberId)).map(({ slug }) => slug);

test("members see what is published, and nothing else", async () => {
  const { owner, slug } = await makeOwner("active");
  expect(await slugs(reader, owner)).toEqual([slug]);
  expect(await slugs(owner, owner)).toEqual([slug]);
});

test("projects of a suspended member are for the club team alone", async () => {
  const { owner, slug } = await makeOwner("suspended");
  expect(await slugs(reader, owner)).toEqual([]);
  expect(await slugs(moderator, owner)).toEqual([slug]);
  expect(await slugs(owner, reader)).toEqual([]);
});

test("a preview of one's own page shows what others see of one's projects, and no more", async () => {
  const { owner, open, closed, contact } = await transaction(async (tx) => {
    const made = await makeMember(tx);
    const online = { moderation: "published" } as const;
    const shown = await makeProject(tx, made.memberId, { ...online, publishedAt: new Date(0) });
    const hidden = await makeProject(tx, made.memberId, { ...online, ownerLevel: "contacts" });
    const accepted = await makeMember(tx);
    await makeInterest(tx, shown.id, accepted.memberId, { state: "accepted" });
    return { owner: made, open: shown.slug, closed: hidden.slug, contact: accepted };
  });
  const as = async (eyes?: ViewAs, viewer = owner) =>
    (await listProjectsOfMember(viewer, owner.memberId, eyes)).map(({ slug }) => slug).sort();
  expect(await as()).toEqual([open, closed].sort());
  expect(await as("public")).toEqual([]);
  expect(await as("members")).toEqual(await as(undefined, reader));
  expect(await as("team")).toEqual(await as(undefined, moderator));
  expect(await as("contacts")).toEqual(await as(undefined, contact));
  expect(await as("contacts")).toEqual([open]);
  expect(await as("public", reader)).toEqual([open]);
});
