import { afterAll, beforeEach, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { type OneOfEachKind, oneOfEachKind } from "@/db/one-of-each-kind";
import type { Viewer } from "../core/auth/viewer-type";
import { listQuestions } from "../entries/questions/queries";
import { getOpinions } from "../experiences/opinions.queries";
import { getProjectInSight } from "../projects/sight.queries";
import { listPublicUpdates, listUpdates } from "../rooms/updates.queries";
import { getReportable } from "./reportable.queries";

let world: OneOfEachKind;
beforeEach(async () => {
  world = await transaction(oneOfEachKind);
});
afterAll(() => closeDatabase());

/** What a viewer reads of the author beside other things: under a project, on theirs, in its room and under an experience. */
async function readBeside(viewer: Viewer) {
  const asked = await listQuestions(viewer, await getProjectInSight(viewer, world.hosted.slug));
  const said = await getOpinions(viewer, world.told.id);
  return [
    ["question", asked?.questions],
    ["update", await listPublicUpdates(viewer, world.project.slug)],
    ["update", await listUpdates(viewer, world.room.id, "fr")],
    ["opinion", said?.opinions],
  ] as const;
}

const mayReport = async (viewer: Viewer | null, kind: "question" | "update" | "opinion") =>
  (await getReportable(viewer, { kind, id: world.ids[kind] }, "fr")) !== null;

test("what is not one's own beside other things opens the form that its link leads to, and one's own none", async () => {
  const { contact, author } = world.viewers;
  for (const viewer of [contact, author]) {
    const isOwn = viewer === author;
    for (const [kind, things] of await readBeside(viewer)) {
      expect(things).toMatchObject([{ id: world.ids[kind], isOwn }]);
      expect(await mayReport(viewer, kind)).toBe(!isOwn);
    }
  }
});

test("what a project tells everybody is a visitor's to report", async () => {
  const [shown] = await listPublicUpdates(null, world.project.slug);
  expect(shown).toMatchObject({ id: world.ids.update, isOwn: false });
  expect(await mayReport(null, "update")).toBe(true);
});
