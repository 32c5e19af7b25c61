import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import type { MembershipStatus, ModerationState } from "@/db/enums";
import { makeMember, makeProject } from "@/db/factories";
import { listProjectsOfMember } from "./queries";

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
