import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import type { SubjectType } from "@/db/enums";
import { makeInterest, makeMember, makeProject } from "@/db/factories";
import { makeIntroduction } from "@/db/introduction-factory";
import { accounts } from "@/db/schema/accounts";
import { interests } from "@/db/schema/interests";
import { introductionPassings } from "@/db/schema/introductions";
import { members } from "@/db/schema/members";
import { notices } from "@/db/schema/notices";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { MailKind } from "@/lib/core/mail/render-mail";
import { listNotices } from "./list.queries";

type Person = Awaited<ReturnType<typeof makeMember>>;

let owner: Person;
let reader: Person;

beforeEach(() =>
  transaction(async (tx) => {
    [owner, reader] = [await makeMember(tx), await makeMember(tx)];
  }),
);

afterAll(closeDatabase);

const tell = ({ accountId }: Viewer, kind: MailKind, subjectType: SubjectType, subjectId: string) =>
  query((db) => db.insert(notices).values({ accountId, kind, subjectType, subjectId, data: {} }));

const kindsOf = async (viewer: Viewer) => (await listNotices(viewer)).rows.map(({ kind }) => kind);

test("of an interest that a block has silenced only its sender is told", async () => {
  const id = await transaction(async (tx) => {
    const project = await makeProject(tx, owner.memberId, { moderation: "published" });
    return (await makeInterest(tx, project.id, reader.memberId)).id;
  });
  await tell(owner, "interestReceived", "interest", id);
  await tell(reader, "interestDeclined", "interest", id);
  expect(await kindsOf(owner)).toEqual(["interestReceived"]);
  await query((db) => db.update(interests).set({ isSilenced: true }).where(eq(interests.id, id)));
  expect(await kindsOf(owner)).toEqual([]);
  expect(await kindsOf(reader)).toEqual(["interestDeclined"]);
});

test("of an introduction, to be answered or passed on, as long as whoever asks is there and shown", async () => {
  const [between, through, asked] = await transaction(async (tx) => {
    const goBetween = await makeMember(tx);
    const other = await makeMember(tx);
    const introductionId = await makeIntroduction(tx, owner.memberId, other.memberId);
    const passing = { introductionId, goBetween: goBetween.memberId };
    await tx.insert(introductionPassings).values(passing);
    const direct = await makeIntroduction(tx, owner.memberId, reader.memberId);
    return [goBetween, introductionId, direct] as const;
  });
  await tell(reader, "introductionAsked", "introduction", asked);
  await tell(between, "introductionToPassOn", "introduction", through);
  const told = async () => [await kindsOf(reader), await kindsOf(between)];
  const whole = [["introductionAsked"], ["introductionToPassOn"]];
  const become = (status: "active" | "suspended") =>
    query((db) => db.update(accounts).set({ status }).where(eq(accounts.id, owner.accountId)));
  expect(await told()).toEqual(whole);
  await become("suspended");
  expect(await told()).toEqual([[], []]);
  await become("active");
  expect(await told()).toEqual(whole);
  const isAsker = eq(members.id, owner.memberId);
  await query((db) => db.update(members).set({ hiddenAt: new Date() }).where(isAsker));
  expect(await told()).toEqual([[], []]);
});
