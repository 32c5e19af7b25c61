import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeActivity, makeMember, makeOrganisation, makeProject } from "@/db/factories";
import { listLinks, resolveLinks } from "./links.queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

let owner: Member;
let other: Member;

beforeAll(() =>
  transaction(async (tx) => {
    owner = await makeMember(tx);
    other = await makeMember(tx);
  }),
);

afterAll(closeDatabase);

describe("what it is about", () => {
  test("is found by its address, one's own in any state, others' in sight", async () => {
    const made = await transaction(async (tx) => ({
      project: await makeProject(tx, owner.memberId),
      activity: await makeActivity(tx, other.memberId, { visibility: "members" }),
      organisation: await makeOrganisation(tx, { visibility: "public" }),
    }));
    const links = {
      project: made.project.slug,
      activity: made.activity.slug,
      organisation: made.organisation.slug,
    };
    const ids = await transaction((tx) => resolveLinks(tx, owner, links));
    expect(ids).toEqual({
      projectId: made.project.id,
      activityId: made.activity.id,
      organisationId: made.organisation.id,
    });
  });

  test("is told to readers but for what would tell who is not named", async () => {
    const made = await transaction(async (tx) => ({
      named: await makeProject(tx, owner.memberId, {
        moderation: "published",
        ownerLevel: "members",
      }),
      unnamed: await makeProject(tx, owner.memberId, {
        moderation: "published",
        ownerLevel: "contacts",
      }),
    }));
    const of = (projectId: string, change: object = {}) => ({
      ...{ projectId, activityId: null, organisationId: null, isOwn: false, isNamed: true },
      ...change,
    });
    const seen = async (viewer: Member | null, about: Parameters<typeof listLinks>[1]) =>
      (await listLinks(viewer, about, "fr")).map(({ slug }) => slug);
    expect(await seen(other, of(made.named.id))).toEqual([made.named.slug]);
    expect(await seen(other, of(made.named.id, { isNamed: false }))).toEqual([]);
    expect(await seen(other, of(made.unnamed.id))).toEqual([]);
    expect(await seen(owner, of(made.unnamed.id, { isOwn: true }))).toEqual([made.unnamed.slug]);
    expect(await seen(null, of(made.named.id))).toEqual([]);
  });

  test("what is not in sight is not in the list", async () => {
    const hidden = await transaction((tx) => makeProject(tx, other.memberId));
    const tried = transaction((tx) => resolveLinks(tx, owner, { project: hidden.slug }));
    await expect(tried).rejects.toMatchObject({ code: "notInList", field: "links.project" });
  });
});
