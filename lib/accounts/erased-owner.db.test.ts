import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { closeDatabase, query, type Transaction, transaction, workAsOwner } from "@/db/client";
import { type OwnerWithRoom, ownerWithRoom } from "@/db/owner-with-room";
import { mailsTo, rowsAsText } from "@/db/read-back";
import { auditEvents } from "@/db/schema/audit";
import { entries } from "@/db/schema/entries";
import { entryQuestions } from "@/db/schema/entry-parts";
import { interests } from "@/db/schema/interests";
import { mails } from "@/db/schema/mail";
import { notices } from "@/db/schema/notices";
import { organisations } from "@/db/schema/organisations";
import { projectOutcomes } from "@/db/schema/project-parts";
import { projects } from "@/db/schema/projects";
import { rooms } from "@/db/schema/rooms";
import { sharePictures } from "@/db/schema/share-pictures";
import { queueMail } from "@/lib/core/mail/queue-mail";
import { sendMail } from "@/lib/core/mail/send-mail";
import { listQuestions } from "@/lib/entries/questions/queries";
import { getProjectInSight } from "@/lib/projects/sight.queries";
import { readMessages } from "@/lib/rooms/discussion.queries";
import { listDocuments } from "@/lib/rooms/documents.queries";
import { listMilestones } from "@/lib/rooms/milestones.queries";
import { getRoom } from "@/lib/rooms/queries";
import { listUpdates } from "@/lib/rooms/updates.queries";
import { eraseForGood } from "./erasure";
import { PERSONAL_DATA } from "./personal-data";

workAsOwner(60_000);

const dataDir = mkdtempSync(path.join(os.tmpdir(), "club-erased-"));
const settings = vi.hoisted(() => ({ SMTP_URL: undefined as string | undefined }));
vi.mock("@/lib/core/env", async (original) => {
  const { env } = await original<typeof import("@/lib/core/env")>();
  return { env: () => ({ ...env(), DATA_DIR: dataDir, ...settings }) };
});

/** What the mail server got, as a reader's programme shows it. */
const received: string[] = [];
const server = new SMTPServer({
  disabledCommands: ["STARTTLS", "AUTH"],
  onData(stream, _session, done) {
    buffer(stream).then(async (bytes) => {
      const mail = await PostalMime.parse(bytes);
      received.push([mail.to?.[0]?.address, mail.subject, mail.text].join("\n"));
      done();
    }, done);
  },
});

/** Without SMTP the letters are files; with it what waits is in the outbox, and sent after the erasure. */
const SMTP = ["off", "on"] as const;

type Erased = { world: OwnerWithRoom; lost: string[]; letters: string[] };
const erased = {} as Record<(typeof SMTP)[number], Erased>;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  for (const smtp of SMTP) {
    settings.SMTP_URL = smtp === "on" ? `smtp://127.0.0.1:${port}` : undefined;
    erased[smtp] = await eraseOwner(smtp);
  }
});

afterAll(async () => {
  await closeDatabase();
  await new Promise<void>((resolve) => server.close(resolve));
  rmSync(dataDir, { recursive: true, force: true });
});

async function eraseOwner(smtp: string): Promise<Erased> {
  const world = await transaction(ownerWithRoom);
  await transaction((tx) => queueLetters(tx, world));
  if (smtp === "off") await sendAll(world);
  const folder = path.join(dataDir, "mail");
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "half.json"), `{"to": "x", "text": "Inès Kanari${world.sign}`);
  writeFileSync(path.join(folder, "half-of-others.json"), HALF);
  const before = await othersRows(world);
  await eraseForGood("portal", world.owner);
  const after = await othersRows(world);
  await sendAll(world);
  const letters = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), "utf8"));
  const lost = [...before].filter((key) => !after.has(key));
  return { world, lost, letters: [...letters, ...received] };
}

const HALF = '{"to": "x", "te';

/** Letters and a notice to others that name the owner or quote them, and a letter to the owner. */
async function queueLetters(tx: Transaction, { partner, owner, sign, slug }: OwnerWithRoom) {
  const { accountId } = partner;
  const room = { project: "Acheter ensemble", role: "", to: "/" };
  const told = { title: "Acheter ensemble", to: "/" };
  const person = `Inès Kanari${sign}`;
  await queueMail(tx, { accountId, kind: "roomPersonJoined", data: { ...room, person } });
  await queueMail(tx, { accountId, kind: "interestMessage", data: { ...told, words: sign } });
  const long = `${sign} et bien d’autres mots\nsur deux lignes`;
  await queueMail(tx, { accountId, kind: "interestMessage", data: { ...told, words: long } });
  await queueMail(tx, { accountId: owner.accountId, kind: "interestWithdrawn", data: told });
  const text = { fr: person, en: person, zh: person };
  const subject = { subjectType: "interest", subjectId: randomUUID() } as const;
  const title = { text: { fr: `Acheter ensemble, par Kanari${sign}` }, original: "fr" };
  const data = { title, person: { text }, words: sign, to: `/projects/${slug}#questions` };
  await tx.insert(notices).values({ accountId, kind: "interestMessage", ...subject, data });
}

async function sendAll({ partner, adviser, waiting, owner }: OwnerWithRoom): Promise<void> {
  const { id, sentAt, accountId } = mails;
  const people = [partner, adviser, waiting, owner].map((one) => one.accountId);
  const isTheirs = and(isNull(sentAt), inArray(accountId, people));
  const queued = await query((db) => db.select({ id }).from(mails).where(isTheirs));
  for (const mail of queued)
    await sendMail(mail.id, { composers: {}, isStillTold: async () => true });
}

/** The keys of all rows by table that are not the person's, letters aside: what must not get fewer. */
async function othersRows({ owner }: OwnerWithRoom): Promise<Set<string>> {
  const id = sql`${owner.accountId}::uuid`;
  const keys = new Set<string>();
  for (const [table, { rows }] of Object.entries(PERSONAL_DATA)) {
    if (["mails", "rate_limits", "job_runs"].includes(table)) continue;
    const isOwn = rows ? rows(id) : sql`false`;
    const found = await query((db) =>
      db.execute<{ key: string }>(sql`select coalesce(t ->> 'id', concat(t ->> 'member_id',
          t ->> 'account_id', t ->> 'organisation_id', t ->> 'event_id')) as key
        from (select to_jsonb(${sql.identifier(table)}) as t from ${sql.identifier(table)}
          where (${isOwn}) is not true) others`),
    );
    for (const { key } of found) keys.add(`${table} ${key}`);
  }
  return keys;
}

test.each(SMTP)("SMTP %s: no word of theirs is left in any column or file", async (smtp) => {
  const { world, letters } = erased[smtp];
  const text = await rowsAsText(Object.keys(PERSONAL_DATA));
  const at = text.indexOf(world.sign);
  expect(at === -1 ? "" : text.slice(Math.max(0, at - 200), at + 80)).toBe("");
  expect(text).not.toContain(Buffer.from(world.sign).toString("hex"));
  expect(letters.filter((letter) => letter.includes(world.sign))).toEqual([]);
  expect(letters).toContain(HALF);
});

test("erased twice, nobody is told or asked again", async () => {
  const { owner, partner, adviser, roomId } = erased.off.world;
  const state = async () => [
    await mailsTo(partner),
    await mailsTo(adviser),
    await query((db) =>
      db.select({ until: rooms.offeredUntil }).from(rooms).where(eq(rooms.id, roomId)),
    ),
  ];
  const before = await state();
  await eraseForGood("portal", owner);
  expect(await state()).toEqual(before);
});

test("with SMTP, each who is concerned gets their letter after the erasure", () => {
  // Two of the project that was offered, two of the interests that ended.
  expect(received).toHaveLength(4);
  expect(received.filter((letter) => letter.includes("Acheter ensemble, par …"))).toHaveLength(3);
});

test.each(SMTP)("SMTP %s: nobody else's row is lost", async (smtp) => {
  const { world, lost } = erased[smtp];
  // No row says whose an organisation, or its picture, is: these were the person's alone.
  expect([...lost].sort()).toEqual([
    `organisations ${world.aloneId}`,
    `share_pictures ${world.pictureId}`,
  ]);
});

test.each(SMTP)("SMTP %s: the people of the room read on what is theirs", async (smtp) => {
  const { partner, roomId, kept } = erased[smtp].world;
  const { slug, moderation, title } = entries;
  const { summary } = projects;
  const [project] = await query((db) =>
    db
      .select({ slug, moderation, title, summary })
      .from(entries)
      .innerJoin(projects, eq(projects.id, entries.id))
      .where(eq(entries.id, kept)),
  );
  const text = "Acheter ensemble, par …";
  expect(project).toMatchObject({ moderation: "withdrawn", title: { fr: text } });
  expect(project?.slug).toMatch(/^project-[0-9a-f]{6}$/);
  expect(project?.summary).toEqual({ fr: "Nous passons commande ensemble deux fois par an." });
  const room = await getRoom(partner, project?.slug ?? "", "en");
  expect(room).toMatchObject({ isOwnerGone: true, title: { text } });
  expect(room?.people.map(({ role }) => role)).toEqual(["partner", "adviser"]);
  const messages = await readMessages(partner, roomId, "en", 1);
  expect(messages.map(({ words }) => words)).toEqual(["la réponse du partenaire"]);
  expect(messages[0]?.mentions).toHaveLength(1);
  const documents = (await listDocuments(partner, roomId, "en")).map((one) => one.title);
  expect(documents.sort()).toEqual(["le devis du partenaire", "réponse.pdf"]);
  const milestones = (await listMilestones(partner, roomId)).map((one) => one.title);
  expect(milestones.sort()).toEqual(["la réponse du partenaire", "…"].sort());
  expect(await listUpdates(partner, roomId, "en")).toHaveLength(1);
  const { words, agreementKind } = projectOutcomes;
  const isIt = eq(projectOutcomes.projectId, kept);
  const outcome = await query((db) =>
    db.select({ words, agreementKind }).from(projectOutcomes).where(isIt),
  );
  expect(outcome).toEqual([{ words: null, agreementKind: "none" }]);
});

test("what waited has ended and its senders are told; what was accepted stays", async () => {
  const { open, openElsewhere, accepted, sent, waiting } = erased.on.world;
  const ids = [open, openElsewhere, accepted, sent];
  const rows = await query((db) =>
    db
      .select({ id: interests.id, state: interests.state })
      .from(interests)
      .where(inArray(interests.id, ids)),
  );
  const states = ids.map((id) => rows.find((one) => one.id === id)?.state);
  expect(states).toEqual(["lapsed", "lapsed", "accepted", "withdrawn"]);
  expect((await mailsTo(waiting)).map(({ kind }) => kind)).toEqual([
    "interestProjectOver",
    "interestProjectOver",
  ]);
});

test("questions and answers of others stay, without what the person wrote beside them", async () => {
  const { words, answer } = entryQuestions;
  const rows = await query((db) => db.select({ words, answer }).from(entryQuestions));
  expect(rows).toContainEqual({ words: "la question d’un membre", answer: null });
  expect(rows).toContainEqual({ words: "", answer: "la réponse du porteur" });
  const { waiting, otherSlug } = erased.on.world;
  const shown = await listQuestions(waiting, await getProjectInSight(waiting, otherSlug));
  expect(shown?.questions).toMatchObject([
    { words: "", answer: "la réponse du porteur", asker: null },
  ]);
});

test("a project nobody else is in goes, one with a stranger's interest is an empty row", async () => {
  const { draft, roomless } = erased.on.world;
  const { id, title, moderation } = entries;
  const rows = await query((db) =>
    db
      .select({ id, title, moderation })
      .from(entries)
      .where(inArray(id, [draft, roomless])),
  );
  expect(rows).toEqual([{ id: roomless, title: {}, moderation: "withdrawn" }]);
});

test("an organisation of one goes, or is nobody's, and its address leaves the trail", async () => {
  const { aloneId, usedId } = erased.on.world;
  const { id, slug, visibility } = organisations;
  const rows = await query((db) =>
    db
      .select({ id, slug, visibility })
      .from(organisations)
      .where(inArray(id, [aloneId, usedId])),
  );
  expect(rows).toEqual([{ id: usedId, slug: `former-${usedId}`, visibility: "self" }]);
  const isOf = inArray(sharePictures.organisationId, [aloneId, usedId]);
  expect(await query((db) => db.$count(sharePictures, isOf))).toBe(0);
  const trail = await query((db) =>
    db
      .select({ data: auditEvents.data })
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, aloneId))
      .orderBy(auditEvents.id),
  );
  expect(trail).toEqual([{ data: { kind: "sme" } }, { data: {} }]);
});

test("everybody active in the room is told once, and one is asked for 14 days", async () => {
  const { adviser, partner, roomId } = erased.on.world;
  const kindsTo = async (person: typeof partner) =>
    (await mailsTo(person)).map(({ kind }) => kind).filter((kind) => kind.startsWith("project"));
  expect(await kindsTo(adviser)).toEqual(["projectOwnerGone"]);
  expect(await kindsTo(partner)).toEqual(["projectOffered"]);
  const days = sql<number>`round(extract(epoch from offered_until - now()) / 86400)::int`;
  const [room] = await query((db) =>
    db.select({ to: rooms.offeredTo, days }).from(rooms).where(eq(rooms.id, roomId)),
  );
  expect(room).toEqual({ to: partner.memberId, days: 14 });
});
