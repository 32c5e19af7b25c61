import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { type OneOfEachKind, oneOfEachKind } from "@/db/one-of-each-kind";
import { mailsTo } from "@/db/read-back";
import { entries } from "@/db/schema/entries";
import { entryQuestions } from "@/db/schema/entry-parts";
import { reports } from "@/db/schema/moderation";
import type { Viewer } from "../core/auth/viewer-type";
import { LOCALES, type Locale } from "../core/i18n/locales";
import { type MailKind, renderMail } from "../core/mail/render-mail";
import { listQueue } from "./queries";
import { getReportable } from "./reportable.queries";
import { appealTakeDown, dismissReports, reportThing } from "./reports.mutations";
import { getReported } from "./reports.queries";
import { putBack, takeDown } from "./take-downs.mutations";
import { listTakeDownStates } from "./take-downs.queries";

let world: OneOfEachKind;
/** What a member wrote below what another asks the club. */
let id: string;

beforeEach(async () => {
  world = await transaction(oneOfEachKind);
  const { memberId } = world.viewers.host;
  const answer = { entryId: world.ids.ask, memberId, locale: "fr", words: "À Suzhou." } as const;
  const rows = await query((db) =>
    db.insert(entryQuestions).values(answer).returning({ id: entryQuestions.id }),
  );
  id = rows[0]?.id ?? "";
});
afterAll(() => closeDatabase());

const kind = "question" as const;

const say = async (viewer: Viewer, questionId = id) => {
  const said = { reasonCode: "offensive", words: "Regardez la fin." };
  await transaction((tx) => reportThing(tx, viewer, { kind, id: questionId, ...said }));
};

const down = (viewer: Viewer) =>
  transaction((tx) => takeDown(tx, viewer, { kind, id, reasonCode: "offensive", words: "" }));

async function dismiss(viewer: Viewer) {
  const isOf = eq(reports.subjectId, id);
  const rows = await query((db) =>
    db.select({ caseId: reports.caseId }).from(reports).where(isOf).orderBy(reports.createdAt),
  );
  const caseId = rows.at(-1)?.caseId ?? "";
  await transaction((tx) => dismissReports(tx, viewer, { caseId, words: "Rien de blessant." }));
  return caseId;
}

const withdrawAsk = () =>
  query((db) =>
    db.update(entries).set({ moderation: "withdrawn" }).where(eq(entries.id, world.ids.ask)),
  );

/** How the letters to somebody call it, in each language, with what they are about. */
async function lettersTo(viewer: { accountId: string }) {
  const letters = await mailsTo(viewer);
  return letters.flatMap(({ kind: mail, data }) =>
    LOCALES.map((locale) => {
      const { subject, text } = renderMail(mail as MailKind, locale, { name: "A", ...data });
      // Neither the address of the page, which says `#questions`, nor what stands below each letter.
      const words = text.replace(/\n-- \n.*$/su, "").replace(/https?:\S+/gu, "");
      return { mail, locale, said: `${subject}\n${words}` };
    }),
  );
}

const ANSWER: Record<Locale, RegExp> = { fr: /réponse/u, en: /answer/u, zh: /回答/u };
const QUESTION: Record<Locale, RegExp> = { fr: /question/u, en: /question/u, zh: /提问/u };

async function requireAnswer(viewer: { accountId: string }, mails: string[]) {
  const letters = await lettersTo(viewer);
  expect([...new Set(letters.map(({ mail }) => mail))]).toEqual(mails);
  for (const { locale, said } of letters) {
    expect(said).toMatch(ANSWER[locale]);
    expect(said).not.toMatch(QUESTION[locale]);
  }
}

test("whoever reports an answer, and who decides, reads that it is one", async () => {
  const { contact, moderator } = world.viewers;
  expect(await getReportable(contact, { kind, id }, "fr")).toMatchObject({
    kind,
    called: "answer",
  });
  await say(contact);
  const waiting = await listQueue(moderator, "fr");
  const isOf = eq(reports.subjectId, id);
  const [said] = await query((db) =>
    db.select({ caseId: reports.caseId }).from(reports).where(isOf),
  );
  const caseId = said?.caseId ?? "";
  expect(waiting.find((one) => one.id === caseId)?.owner).toMatch(/^Réponse · /u);
  const reported = await getReported(moderator, caseId, "fr");
  expect(reported).toMatchObject({ kind, called: "answer" });
  const state = (await listTakeDownStates(moderator, kind, [id], "fr")).get(id);
  expect(state).toMatchObject({ called: "answer", mayTakeDown: true });
});

test("a question below a project stays one", async () => {
  const { contact, moderator } = world.viewers;
  const question = { kind, id: world.ids.question };
  expect(await getReportable(contact, question, "fr")).toMatchObject({ called: "question" });
  const states = await listTakeDownStates(moderator, kind, [question.id], "fr");
  expect(states.get(question.id)).toMatchObject({ called: "question" });
});

test("who wrote it reads so in each letter: taken down, kept down, put back", async () => {
  const { host, moderator, administrator } = world.viewers;
  await down(moderator);
  await transaction((tx) => appealTakeDown(tx, host, { kind, id, words: "C’est à Suzhou." }));
  await dismiss(administrator);
  await transaction((tx) => putBack(tx, administrator, { kind, id, words: "" }));
  await requireAnswer(host, ["takenDown", "reportDismissed", "putBack"]);
});

test("who reported it reads so, whether it goes or stays", async () => {
  const { contact, author, moderator } = world.viewers;
  await say(contact);
  await dismiss(moderator);
  await requireAnswer(contact, ["reportDismissed"]);
  await say(author);
  await down(moderator);
  await requireAnswer(author, ["reportUpheld"]);
});

test("also once the question it answers is withdrawn", async () => {
  const { contact, moderator } = world.viewers;
  await say(contact);
  await withdrawAsk();
  const caseId = await dismiss(moderator);
  const reported = await getReported(moderator, caseId, "fr");
  expect(reported).toMatchObject({ subject: null, called: "answer" });
  await requireAnswer(contact, ["reportDismissed"]);
});
