import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeEvent } from "@/db/event-factory";
import { makeFile, makeMember, makeOrganisation } from "@/db/factories";
import { makeOpenEvent, makeRegistration } from "@/db/registration-factory";
import { entryFiles } from "@/db/schema/entry-parts";
import { eventPeople } from "@/db/schema/events";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { getFiled, listFiles } from "@/lib/entries/files/queries";
import { askQuestion } from "@/lib/entries/questions/mutations";
import { getQuestionSheet } from "@/lib/entries/questions/sheet.queries";
import { getTranslationSheet } from "@/lib/entries/translation-sheet.queries";
import { askTranslation } from "@/lib/entries/translation-wishes.mutations";
import { saveEntry } from "@/lib/entries/verbs.mutations";
import { EVENT_VERBS } from "./noun.queries";
import { getEvent } from "./queries";
import { getRegistrationCard } from "./registrations.queries";

type Person = Viewer & { memberId: string };

let keeper: Person;
let asked: Person;
let outsider: Person;
let moderator: Person;
let host: string;
let event: { id: string; slug: string };

beforeAll(() =>
  transaction(async (tx) => {
    const member = async (values = {}) => (await makeMember(tx, {}, values)) as Person;
    [keeper, asked, outsider] = [await member(), await member(), await member()];
    moderator = await member({ role: "moderator" });
    host = (await makeOrganisation(tx, {}, [keeper])).id;
    event = await makeEvent(tx, [host], {
      moderation: "published",
      audience: "invited",
      textLevel: "contacts",
    });
    await tx
      .insert(eventPeople)
      .values({ eventId: event.id, role: "invited", memberId: asked.memberId });
    const fileId = await makeFile(tx);
    await tx.insert(entryFiles).values({
      ...{ entryId: event.id, fileId, name: "plan.pdf" },
      ...{ level: "members" as const },
    });
  }),
);

afterAll(closeDatabase);

const filesOf = async (viewer: Viewer | null) =>
  (await listFiles(viewer, await getFiled(viewer, EVENT_VERBS, event.slug)))?.files.length;

const ask = (viewer: Viewer) =>
  transaction((tx) =>
    askQuestion(tx, viewer, EVENT_VERBS, {
      ...{ slug: event.slug, locale: "fr" as const },
      question: "Faut-il une pièce d’identité à l’entrée ?",
    }),
  );

const sheetFor = (viewer: Viewer) =>
  getTranslationSheet(viewer, EVENT_VERBS, event.slug, "zh", "zh");

const questionsFor = (viewer: Viewer) => getQuestionSheet(viewer, EVENT_VERBS, event.slug, "zh");

test("who is asked to come reads its files, asks and translates", async () => {
  expect(await filesOf(asked)).toBe(1);
  expect(await sheetFor(asked)).not.toBeNull();
  expect(await questionsFor(asked)).not.toBeNull();
  await expect(ask(asked)).resolves.toMatchObject({ questionId: expect.any(String) });
});

test("another member finds nothing of it, at any address", async () => {
  expect(await filesOf(outsider)).toBeUndefined();
  expect(await filesOf(null)).toBeUndefined();
  expect(await sheetFor(outsider)).toBeNull();
  expect(await questionsFor(outsider)).toBeNull();
  await expect(ask(outsider)).rejects.toThrow("notFound");
});

test("who was asked, or has a place, and is suspended since reads as a visitor does", async () => {
  const suspended = { ...asked, status: "suspended" } as const;
  expect(await filesOf(suspended)).toBeUndefined();
  expect(await getEvent(suspended, event.slug)).toBeNull();
  expect(await getEvent(asked, event.slug)).not.toBeNull();
  const open = await transaction(async (tx) => {
    const onlineUrl = "https://meet.example.org/";
    const made = await makeOpenEvent(tx, { audience: "public", onlineUrl });
    await makeRegistration(tx, { eventId: made.id, memberId: asked.memberId });
    return made;
  });
  expect(await getRegistrationCard(asked, open.id)).toMatchObject({
    onlineUrl: "https://meet.example.org/",
  });
  expect(await getRegistrationCard(suspended, open.id)).toMatchObject({ onlineUrl: null });
});

test("nobody asks those who translate, who were not asked to come", async () => {
  for (const viewer of [asked, keeper, outsider]) {
    const wish = transaction((tx) =>
      askTranslation(tx, viewer, EVENT_VERBS, { entryId: event.id, locale: "zh" }),
    );
    await expect(wish).rejects.toThrow("notFound");
  }
});

test("its keepers and the club team see it", async () => {
  expect(await filesOf(keeper)).toBe(1);
  expect(await filesOf(moderator)).toBe(1);
});

test("what is open to those who are asked alone follows from what is chosen", async () => {
  const draft = await transaction((tx) => makeEvent(tx, [host]));
  await transaction((tx) =>
    saveEntry(tx, keeper, EVENT_VERBS, {
      ...{ id: draft.id, version: draft.version },
      content: { audience: "invited" },
    }),
  );
  const filed = await getFiled(keeper, EVENT_VERBS, draft.slug);
  expect(filed?.textLevel).toBe("contacts");
});
