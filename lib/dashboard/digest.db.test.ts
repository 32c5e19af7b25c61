import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { makeEvent } from "@/db/event-factory";
import { makeMember, makeProject } from "@/db/factories";
import { entries } from "@/db/schema/entries";
import { mailPreferences } from "@/db/schema/mail";
import { members } from "@/db/schema/members";
import { digests, notices } from "@/db/schema/notices";
import type { MailKind } from "@/lib/core/mail/render-mail";
import { composeDigest } from "./digest.queries";

// The worker composes it, as the owner of the tables.
workAsOwner(20_000);

afterAll(closeDatabase);

type Member = Awaited<ReturnType<typeof makeMember>>;

let reader: Member;
let owner: Member;
/** A sector that no other test works in. */
let sector: string;

const HOUR = 3_600_000;
/** In years of its own: what other tests put online is as new to everybody. */
const THEN = Date.now() - (1000 + Math.floor(Math.random() * 4000)) * 24 * HOUR;
const at = (hours: number) => new Date(THEN + hours * HOUR);
const online = { moderation: "published" } as const;

beforeEach(async () => {
  sector = `zq-${randomUUID()}`;
  [reader, owner] = await transaction(async (tx) => [
    await makeMember(tx, { sectors: [sector] }),
    await makeMember(tx, { createdAt: at(-999) }, { locale: "zh" }),
  ]);
});

/** The slot of a day, from so many hours ago to so many. */
async function due(since: number, until = 0, slot = "2026-11-30") {
  const { accountId } = reader;
  await query((db) =>
    db.insert(digests).values({ accountId, slot, since: at(since), until: at(until) }),
  );
  return slot;
}

const compose = (slot: string, locale: "fr" | "en" | "zh" = "fr") =>
  composeDigest({ accountId: reader.accountId, locale, data: { slot } });

const read = async (slot: string) => JSON.stringify((await compose(slot))?.parts ?? null);

async function tell(kind: MailKind, title: string, hours = -1, project?: { id: string }) {
  const about =
    project ??
    (await transaction((tx) =>
      makeProject(tx, owner.memberId, { ...online, publishedAt: at(-999) }),
    ));
  const { accountId } = reader;
  await query((db) =>
    db.insert(notices).values({
      ...{ accountId, kind, subjectType: "project", subjectId: about.id, createdAt: at(hours) },
      data: { title, to: `/projects/${title}` },
    }),
  );
  return about;
}

describe("what happened", () => {
  test("is told once: not what was mailed at once, was seen, came before or comes after", async () => {
    await tell("translationPublished", "zq-told");
    await tell("questionAnswered", "zq-mailed");
    await tell("translationPublished", "zq-before", -9);
    await tell("translationPublished", "zq-after", 1);
    await tell("translationPublished", "zq-seen");
    await query((db) =>
      db
        .update(notices)
        .set({ seenAt: new Date() })
        .where(sql`${notices.data} ->> 'title' = 'zq-seen'`),
    );
    const slot = await due(-5);
    const told = await read(slot);
    expect(told.match(/zq-\w+/g)?.filter((one) => one !== "zq-told")).toEqual([]);
    expect(told).toContain("zq-told");
    expect((await compose(slot))?.subject).toContain("zq-told");
    await due(0, 2, "2026-12-07");
    expect(await read("2026-12-07")).not.toContain("zq-told");
  });

  test("of one thing several times is one line, the last", async () => {
    const project = await tell("translationAccepted", "zq-first", -3);
    await tell("translationPublished", "zq-last", -1, project);
    const told = await read(await due(-5));
    expect(told).toContain("zq-last");
    expect(told).not.toContain("zq-first");
  });

  test("withdrawn, taken down, muted or of a group switched off since leaves nothing, and no letter", async () => {
    const slot = await due(-5);
    const [one, two] = [
      await tell("translationPublished", "zq-one"),
      await tell("translationAccepted", "zq-two"),
    ];
    expect(await compose(slot)).not.toBeNull();
    const is = (project: { id: string }) => eq(entries.id, project.id);
    await query((db) => db.update(entries).set({ hiddenAt: new Date() }).where(is(one)));
    const { accountId } = reader;
    const mute = (topic: string) =>
      query((db) => db.insert(mailPreferences).values({ accountId, topic }));
    await mute("translationAccepted");
    expect(await compose(slot)).toBeNull();
    await query((db) => db.delete(mailPreferences).where(eq(mailPreferences.accountId, accountId)));
    expect(await compose(slot)).not.toBeNull();
    await mute("translations");
    expect(await compose(slot)).toBeNull();
    await query((db) => db.delete(mailPreferences).where(eq(mailPreferences.accountId, accountId)));
    await query((db) => db.update(entries).set({ moderation: "withdrawn" }).where(is(two)));
    expect(await compose(slot)).toBeNull();
  });
});

describe("what is new where one works", () => {
  const publish = (title: string, values: object, hours = -1) =>
    transaction((tx) =>
      makeProject(tx, owner.memberId, {
        ...{ ...online, publishedAt: at(hours), title: { fr: title }, ...values },
      }),
    );
  const near = () => ({ sectors: [sector] });

  test("is told by title, elsewhere and of one's own is not; whoever says nothing of it hears of all", async () => {
    await publish("zq-near", near());
    await publish("zq-far", { sectors: ["luxury-fashion"], cities: ["harbin"] });
    await transaction((tx) =>
      makeProject(tx, reader.memberId, {
        ...online,
        ...near(),
        publishedAt: at(-1),
        title: { fr: "zq-own" },
      }),
    );
    const slot = await due(-5);
    const told = await read(slot);
    expect(told).toContain("zq-near");
    expect(told).not.toContain("zq-own");
    expect(told).not.toContain("zq-far");
    const bare = { sectors: [], cities: [] };
    await query((db) => db.update(members).set(bare).where(eq(members.id, reader.memberId)));
    expect(await read(slot)).toContain("zq-far");
  });

  test("hidden since it is told of no more, and a newcomer who shows their Chinese name to nobody is called by the other", async () => {
    const project = await publish("zq-gone", near());
    await transaction((tx) =>
      makeMember(tx, {
        ...{ ...near(), familyName: "Zqzhao", nameZh: "赵", createdAt: at(-1) },
        visibility: { nameZh: "self" },
      }),
    );
    const slot = await due(-5);
    const letter = JSON.stringify(await compose(slot, "zh"));
    expect(letter).toContain("Zqzhao");
    expect(letter).not.toContain("赵");
    await query((db) =>
      db.update(entries).set({ hiddenAt: new Date() }).where(eq(entries.id, project.id)),
    );
    expect(await read(slot)).not.toContain("zq-gone");
  });
});

test("an event that is new is told with when and where it is, and one that is called off is not new", async () => {
  const announce = (title: string, values: object = {}) =>
    transaction((tx) =>
      makeEvent(tx, [], { ...online, publishedAt: at(-1), title: { fr: title }, ...values }),
    );
  await announce("zq-held");
  await announce("zq-called-off", { progress: "cancelled" });
  const told = await read(await due(-5));
  expect(told).toContain(
    "mercredi 15\u00a0octobre 2031 de\u00a008:00\u00a0à\u00a010:00\u00a0(Lyon)",
  );
  expect(told).toContain("Lyon 3e");
  expect(told).not.toContain("zq-called-off");
});

test("for nobody whose account is not active, or without a slot, there is a letter", async () => {
  await tell("translationPublished", "zq-told");
  expect(await compose("2026-11-30")).toBeNull();
  expect(await compose("not a day")).toBeNull();
});
