import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { applicationMessages, applications } from "@/db/schema/applications";
import { consents } from "@/db/schema/consents";
import { matchKeysOf } from "@/lib/applications/match-keys";
import { type DemoKeys, keyOf, seedDecision } from "./demo-decisions";
import { type DemoEvent, seedEvents } from "./demo-events";
import { DEMO, type DemoApplication } from "./demo-files";
import { type DemoTime, momentOf, momentOrNull } from "./demo-times";

/** With messages, trail, consents and decisions. Needs the accounts in `keys`. */
export async function seedApplications(tx: Transaction, keys: DemoKeys): Promise<void> {
  for (const application of DEMO.applications) {
    const id = await seedApplication(tx, keys, application);
    await seedMessages(tx, keys, id, application);
    await seedEvents(tx, eventsOf(keys, id, application));
    await seedApplicantConsents(tx, keys, id, application);
    for (const { words, at, ...decision } of application.decisions) {
      const said = words ? { [application.locale]: words } : null;
      const decidedAt = momentOf(at).toISOString();
      const subject = { type: "application", id, locale: application.locale } as const;
      await seedDecision(tx, keys, { ...decision, words: said, decidedAt }, subject);
    }
  }
}

async function seedApplication(
  tx: Transaction,
  keys: DemoKeys,
  application: DemoApplication,
): Promise<string> {
  const { email, locale, state, answers, member, takenBy, messages } = application;
  const { createdAt, submittedAt, takenAt, decidedAt, withdrawnAt } = application;
  const lastAt = withdrawnAt ?? decidedAt ?? messages.at(-1)?.at ?? takenAt ?? submittedAt;
  const [row] = await tx
    .insert(applications)
    .values({
      email,
      locale,
      state,
      answers,
      matchKeys: submittedAt === null ? [] : matchKeysOf(answers),
      accountId: member ? keyOf(keys.accounts, member) : null,
      takenBy: takenBy ? keyOf(keys.accounts, takenBy) : null,
      createdAt: momentOf(createdAt),
      submittedAt: momentOrNull(submittedAt),
      takenAt: momentOrNull(takenAt),
      decidedAt: momentOrNull(decidedAt),
      updatedAt: momentOf(lastAt ?? createdAt),
    })
    .returning({ id: applications.id });
  if (!row) throw new Error(`demo application ${application.slug} was not made`);
  return row.id;
}

async function seedMessages(
  tx: Transaction,
  keys: DemoKeys,
  applicationId: string,
  { messages }: DemoApplication,
): Promise<void> {
  if (messages.length === 0) return;
  await tx.insert(applicationMessages).values(
    messages.map(({ kind, words, author, at }) => ({
      applicationId,
      kind,
      words,
      authorId: author ? keyOf(keys.accounts, author) : null,
      createdAt: momentOf(at),
    })),
  );
}

/** The moves and notes of an application in the trail; the decisions bring their own. */
function eventsOf(keys: DemoKeys, subjectId: string, application: DemoApplication): DemoEvent[] {
  const { createdAt, submittedAt, takenAt, withdrawnAt, takenBy, locale, messages } = application;
  const event = (verb: string, at: DemoTime, author: string | null, data = {}): DemoEvent => ({
    name: `application.${verb}`,
    actorId: author ? keyOf(keys.accounts, author) : null,
    subjectType: "application",
    subjectId,
    data,
    createdAt: momentOf(at),
  });
  const verbOf = { answer: "answered", note: "noted" } as const;
  return [
    event("started", createdAt, null),
    ...(submittedAt === null ? [] : [event("submitted", submittedAt, null, { locale })]),
    ...(takenAt === null ? [] : [event("taken", takenAt, takenBy)]),
    ...messages.flatMap(({ kind, at, author }) =>
      kind === "question" ? [] : [event(verbOf[kind], at, author)],
    ),
    ...(withdrawnAt === null ? [] : [event("withdrawn", withdrawnAt, null, { from: "submitted" })]),
  ];
}

/** What was ticked on handing in; a member's ledger holds it already and learns where it comes from. */
async function seedApplicantConsents(
  tx: Transaction,
  keys: DemoKeys,
  applicationId: string,
  { answers, member, submittedAt }: DemoApplication,
): Promise<void> {
  const ticks = answers.consents ?? [];
  if (submittedAt === null || ticks.length === 0) return;
  if (member) {
    const isTheirs = eq(consents.accountId, keyOf(keys.accounts, member));
    const purposes = ticks.map(({ purpose }) => purpose);
    await tx
      .update(consents)
      .set({ applicationId, givenAt: momentOf(submittedAt) })
      .where(and(isTheirs, inArray(consents.purpose, purposes)));
    return;
  }
  await tx.insert(consents).values(
    ticks.map(({ version: textVersion, ...tick }) => ({
      ...tick,
      applicationId,
      textVersion,
      givenAt: momentOf(submittedAt),
    })),
  );
}
