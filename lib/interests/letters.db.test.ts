import { and, eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeProject } from "@/db/factories";
import { mailsTo } from "@/db/read-back";
import { interests } from "@/db/schema/interests";
import { notices } from "@/db/schema/notices";
import { secondFactors } from "@/db/schema/second-factors";
import { findLinkHolder } from "@/lib/core/auth/link-holder";
import { today } from "@/lib/core/dates";
import { runningDaysBefore } from "@/lib/core/great-holidays";
import { answerQuestion, askForMore, sendInterest } from "./mutations";
import { remindOfInterests } from "./reminders.mutations";

afterAll(closeDatabase);

type Member = Awaited<ReturnType<typeof makeMember>>;

const PROPOSAL = "Nous partagerions nos commandes de soie grège et leur transport. "
  .repeat(3)
  .trim();
const OTHER = "Ce que nous sommes ne se lit pas dans la lettre, ni ce qui reste obscur. "
  .repeat(3)
  .trim();

/** An interest sent to an owner, who may ask for a second step when they sign in. */
async function sent({ hasFactor = false } = {}) {
  return transaction(async (tx) => {
    const [boss, sender] = [await makeMember(tx), await makeMember(tx, { familyName: "Navette" })];
    const { accountId } = boss;
    const factor = { accountId, secret: "x", lastStep: 1, confirmedAt: new Date() };
    if (hasFactor) await tx.insert(secondFactors).values(factor);
    const online = { moderation: "published", publishedAt: new Date() } as const;
    const progress = "seeking-partners";
    const project = await makeProject(tx, boss.memberId, { ...online, progress });
    const words = { cooperation: PROPOSAL, unclear: OTHER, about: OTHER };
    const asked = { projectId: project.id, organisationId: null, locale: "fr" } as const;
    const { interestId } = await sendInterest(tx, sender, { ...asked, ...words, isNamed: true });
    return { boss, sender, interestId };
  });
}

/** What the last letter of a kind to somebody is filled with, and what their notices of it keep. */
async function told({ accountId }: Member, kind: string) {
  const letters = (await mailsTo({ accountId })).filter((mail) => mail.kind === kind);
  const isTheirs = and(eq(notices.accountId, accountId), eq(notices.kind, kind as never));
  const kept = await query((db) => db.select({ data: notices.data }).from(notices).where(isTheirs));
  return { letter: letters.at(-1)?.data ?? {}, kept: JSON.stringify(kept) };
}

/** Days of a pause do not count. */
const daysPass = (interestId: string, days: number) =>
  query((db) =>
    db
      .update(interests)
      .set({ stateAt: new Date(`${runningDaysBefore(today(), days)}T10:00:00Z`) })
      .where(eq(interests.id, interestId)),
  );

async function opens(
  { letter, kept }: Awaited<ReturnType<typeof told>>,
  { boss, interestId }: Awaited<ReturnType<typeof sent>>,
) {
  const found = await findLinkHolder(letter.answer ?? "");
  expect(found?.link).toMatchObject({ what: "interest", subjectId: interestId });
  expect(found?.holder.accountId).toBe(boss.accountId);
  expect(kept).not.toMatch(/"answer"/);
  expect(kept).not.toContain(letter.answer);
}

test("the letter quotes what is proposed and holds the way to answer; its notice holds neither, and nobody's name", async () => {
  const world = await sent();
  const received = await told(world.boss, "interestReceived");
  await opens(received, world);
  expect(received.letter.words).toBe(PROPOSAL);
  expect(received.kept).not.toContain(PROPOSAL);
  expect(JSON.stringify(received.letter)).not.toMatch(/Navette|obscur/);
});

test("so does a reminder to the owner; one to the sender quotes the question and answers nothing", async () => {
  const world = await sent();
  const { boss, sender, interestId } = world;
  await daysPass(interestId, 7);
  await remindOfInterests(today());
  const reminder = await told(boss, "interestToAnswer");
  await opens(reminder, world);
  expect(reminder.letter.words).toBe(PROPOSAL);
  expect(reminder.kept).not.toContain(PROPOSAL);
  const ask = { interestId, version: 1, words: "Combien de balles par an ?" };
  await transaction((tx) => askForMore(tx, boss, ask));
  await daysPass(interestId, 7);
  await remindOfInterests(today());
  const { letter } = await told(sender, "interestQuestionWaits");
  expect(letter).toMatchObject({ words: "Combien de balles par an ?" });
  expect(letter).not.toHaveProperty("answer");
});

test("the sender's answer comes with the way to decide", async () => {
  const world = await sent();
  const { boss, sender, interestId } = world;
  await transaction((tx) => askForMore(tx, boss, { interestId, version: 1, words: "Combien ?" }));
  const words = "Douze balles, deux fois par an.";
  await transaction((tx) => answerQuestion(tx, sender, { interestId, version: 2, words }));
  const answered = await told(boss, "interestAnswered");
  await opens(answered, world);
  expect(answered.letter.words).toBe(words);
});

test("whoever signs in in two steps gets the letter without the way", async () => {
  const { boss } = await sent({ hasFactor: true });
  const { letter } = await told(boss, "interestReceived");
  expect(letter).toMatchObject({ words: PROPOSAL });
  expect(letter).not.toHaveProperty("answer");
});
