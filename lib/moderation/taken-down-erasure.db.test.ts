import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import type { TakenDownType } from "@/db/enums";
import { CANARY, type OneOfEachKind, oneOfEachKind } from "@/db/one-of-each-kind";
import { mailsTo } from "@/db/read-back";
import { entries } from "@/db/schema/entries";
import { entryQuestions } from "@/db/schema/entry-parts";
import { eraseAccount } from "../accounts/erasure.mutations";
import type { Viewer } from "../core/auth/viewer-type";
import { listQuestions } from "../entries/questions/queries";
import { getProject } from "../projects/queries";
import { getProjectInSight } from "../projects/sight.queries";
import { getLeftText } from "../rooms/left-text.queries";
import { acceptOffer } from "../rooms/offers.mutations";
import { getRoom } from "../rooms/queries";
import { putBack, takeDown } from "./take-downs.mutations";

workAsOwner(60_000);

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

const erase = ({ accountId }: Viewer) =>
  transaction((tx) => eraseAccount(tx, "portal", { accountId }));

test("a project that was taken down is handed to nobody once its owner is erased, and stays out of sight when put back", async () => {
  const { author, contact, insider, other } = world.viewers;
  await down("project");
  await erase(author);
  const room = { roomId: world.room.id };
  const [{ slug } = { slug: "" }] = await query((db) =>
    db.select({ slug: entries.slug }).from(entries).where(eq(entries.id, world.project.id)),
  );
  const taken = transaction((tx) => acceptOffer(tx, contact, room));
  await expect(taken).rejects.toMatchObject({ code: "moveNotAllowed" });
  expect((await getRoom(contact, slug, "fr"))?.isOfferOpen).toBe(false);
  expect(JSON.stringify(await getRoom(contact, slug, "fr"))).not.toContain(CANARY.project);
  expect(await getLeftText(contact, room.roomId)).toBeNull();
  expect(await lettersTo(contact)).not.toContain(CANARY.project);
  const before = (await mailsTo(author)).length;
  const key = { kind: "project", id: world.project.id, words: "" } as const;
  await transaction((tx) => putBack(tx, insider, key));
  expect((await mailsTo(author)).length).toBe(before);
  expect(await getProject(other, slug)).toBeNull();
});

test("an answered question that was taken down stays so when its asker is erased", async () => {
  const { author, host, other } = world.viewers;
  await query((db) =>
    db
      .update(entryQuestions)
      .set({ answer: "Voir ci-joint.", answerLocale: "fr", answeredAt: new Date() })
      .where(eq(entryQuestions.id, world.ids.question)),
  );
  await down("question");
  await erase(author);
  for (const viewer of [host, other]) {
    expect(
      (await listQuestions(viewer, await getProjectInSight(viewer, world.hosted.slug)))?.questions,
    ).toEqual([]);
  }
});
