import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeApplication, makeMember } from "@/db/factories";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { getOwnApplication } from "../queries";
import {
  getApplicationDossier,
  listConsentsGiven,
  listMessages,
  listSteps,
} from "./dossier.queries";
import { addNote, askForMore, refuseApplication, takeApplication } from "./mutations";

const NOTE = "Se méfier du numéro.";
let moderator: Viewer;
let member: Viewer;
let id: string;

beforeAll(async () => {
  await transaction(async (tx) => {
    moderator = await makeMember(
      tx,
      { familyName: "Lin", givenName: "Meihua" },
      { role: "moderator" },
    );
    member = await makeMember(tx);
    id = (await makeApplication(tx)).id;
  });
  const about = { applicationId: id };
  await transaction((tx) => takeApplication(tx, moderator, { ...about, version: 1 }));
  await transaction((tx) => addNote(tx, moderator, { ...about, words: NOTE }));
  const words = "Depuis quand ?";
  await transaction((tx) => askForMore(tx, moderator, { ...about, version: 2, words }));
});

afterAll(() => closeDatabase());

describe("the dossier", () => {
  test("holds every answer and who has it", async () => {
    const dossier = await getApplicationDossier(moderator, id, "fr");
    expect(dossier).toMatchObject({
      state: "info-requested",
      takerName: "Meihua Lin",
      answers: { familyName: "Montclair", category: "active" },
    });
  });

  test("holds the consents with version, language and moment", async () => {
    const given = await listConsentsGiven(moderator, id);
    expect(given.map(({ purpose }) => purpose).sort()).toEqual([
      "charter",
      "members-directory",
      "privacy-notice",
    ]);
    expect(given[0]).toMatchObject({ textVersion: 1, locale: "fr", withdrawnAt: null });
  });

  test("tells what happened, with names", async () => {
    const steps = await listSteps(moderator, id, "fr");
    expect(steps.map(({ name, actor }) => [name, actor])).toEqual([
      ["application.taken", "Meihua Lin"],
      ["application.noted", "Meihua Lin"],
      ["application.info-requested", "Meihua Lin"],
    ]);
  });

  test("does not exist for a member, nor for a draft", async () => {
    const draft = await transaction((tx) => makeApplication(tx, { state: "draft" }));
    const emptied = await transaction((tx) =>
      makeApplication(tx, { state: "withdrawn", submittedAt: null }),
    );
    expect(await getApplicationDossier(member, id, "fr")).toBeNull();
    expect(await getApplicationDossier(null, id, "fr")).toBeNull();
    expect(await getApplicationDossier(moderator, draft.id, "fr")).toBeNull();
    expect(await getApplicationDossier(moderator, emptied.id, "fr")).toBeNull();
    expect(await listMessages(member, id, "fr")).toEqual([]);
    expect(await listSteps(member, id, "fr")).toEqual([]);
    expect(await listConsentsGiven(member, id)).toEqual([]);
  });
});

describe("a note", () => {
  test("is read by the team, with its author", async () => {
    const messages = await listMessages(moderator, id, "fr");
    expect(messages).toMatchObject([
      { kind: "note", words: NOTE, author: "Meihua Lin" },
      { kind: "question", words: "Depuis quand ?", author: "Meihua Lin" },
    ]);
  });

  test("never reaches the applicant: not their page, not a mail to them", async () => {
    const { id: applicationId, email } = await transaction(async (tx) => {
      const made = await makeApplication(tx, {
        state: "under-review",
        takenBy: moderator.accountId,
      });
      const about = { applicationId: made.id, version: made.version };
      await addNote(tx, moderator, { applicationId: made.id, words: NOTE });
      await refuseApplication(tx, moderator, { ...about, reasonCode: "no-link", words: "" });
      await addNote(tx, moderator, { applicationId: made.id, words: NOTE });
      return made;
    });
    const page = JSON.stringify(await getOwnApplication({ applicationId }, "fr"));
    expect(page).toContain("no-link");
    expect(page).not.toContain(NOTE);
    expect(page).not.toContain(moderator.accountId);
    const letters = await query((db) =>
      db.execute(`select data::text from mails where address = '${email}'`),
    );
    expect(letters).toHaveLength(1);
    expect(JSON.stringify(letters)).not.toContain(NOTE);
  });
});
