import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, type Transaction, transaction } from "@/db/client";
import { makeMember, makeProject } from "@/db/factories";
import { auditEvents } from "@/db/schema/audit";
import { entries } from "@/db/schema/entries";
import { mails } from "@/db/schema/mail";
import { decisions } from "@/db/schema/moderation";
import type { TurnedDown } from "@/lib/entries/decision-reason";
import type { EntryVersion } from "@/lib/entries/locked.queries";
import { publishEntry, turnDownEntry } from "@/lib/entries/verbs.mutations";
import { PROJECT_VERBS } from "./noun.queries";

type Member = Awaited<ReturnType<typeof makeMember>>;
type Values = Parameters<typeof makeProject>[2];
type Verb = (tx: Transaction, viewer: Member, input: EntryVersion) => Promise<unknown>;

let owner: Member;
let other: Member;
let moderator: Member;

beforeAll(async () => {
  await transaction(async (tx) => {
    owner = await makeMember(tx, {}, { locale: "zh" });
    other = await makeMember(tx);
    moderator = await makeMember(tx, {}, { role: "moderator" });
  });
});

afterAll(closeDatabase);

const make = (values?: Values, ownerId = owner.memberId) =>
  transaction((tx) => makeProject(tx, ownerId, values));

const run = (verb: Verb, viewer: Member, id: string, version = 1) =>
  transaction((tx) => verb(tx, viewer, { id, version }));

const publish: Verb = (tx, viewer, input) => publishEntry(tx, viewer, PROJECT_VERBS, input);

async function stateOf(id: string) {
  const [row] = await query((db) =>
    db.select({ moderation: entries.moderation }).from(entries).where(eq(entries.id, id)),
  );
  return row?.moderation;
}

const eventsOf = async (id: string) => {
  const rows = await query((db) =>
    db
      .select({ name: auditEvents.name, actor: auditEvents.actorId })
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, id))
      .orderBy(auditEvents.id),
  );
  return rows.map(({ name, actor }) => `${name} ${actor === owner.accountId ? "owner" : "team"}`);
};

const lastMail = async () => {
  const rows = await query((db) =>
    db
      .select({ kind: mails.kind, locale: mails.locale, data: mails.data })
      .from(mails)
      .where(eq(mails.accountId, owner.accountId))
      .orderBy(mails.createdAt),
  );
  return rows.at(-1);
};

const reasoned =
  (verdict: TurnedDown["verdict"], reasonCode: string, words = ""): Verb =>
  (tx, viewer, input) =>
    turnDownEntry(tx, viewer, PROJECT_VERBS, { ...input, verdict, reasonCode, words });

describe("the club team's decisions", () => {
  const cases: [string, Verb, string, string, object][] = [
    ["publish", publish, "published", "projectPublished", { reasonCode: null, words: null }],
    [
      "ask for changes",
      reasoned("changes-requested", "unclear-text", "Précisez le calendrier."),
      "changes-requested",
      "projectChangesRequested",
      { reasonCode: "unclear-text", words: "Précisez le calendrier." },
    ],
    [
      "refuse",
      reasoned("refused", "out-of-scope"),
      "refused",
      "projectRefused",
      { reasonCode: "out-of-scope", words: null },
    ],
  ];

  test.each(cases)("%s", async (_, verb, state, mail, reason) => {
    const { id, slug } = await make({ moderation: "submitted" });
    await expect(run(verb, other, id)).rejects.toThrow("notFound");
    await expect(run(verb, moderator, id, 7)).rejects.toThrow("conflict");
    await run(verb, moderator, id);
    expect(await stateOf(id)).toBe(state);
    const kept = state === "published" ? ["project.version-kept team"] : [];
    expect(await eventsOf(id)).toEqual([`project.${state} team`, ...kept]);
    const noted = await query((db) =>
      db
        .select({
          verdict: decisions.verdict,
          reasonCode: decisions.reasonCode,
          words: decisions.words,
        })
        .from(decisions)
        .where(and(eq(decisions.subjectId, id), eq(decisions.decidedBy, moderator.accountId))),
    );
    expect(noted).toEqual([{ verdict: state, ...reason }]);
    const told = await lastMail();
    expect(told).toMatchObject({ kind: mail, locale: "zh" });
    expect(told?.data.to).toMatch(new RegExp(`^/projects/${slug}`));
    if (state !== "published") expect(told?.data.reason).toMatch(/\p{Script=Han}/u);
  });

  test.each(cases)("%s: never on one's own, and once only", async (_, verb) => {
    const own = await make({ moderation: "submitted" }, moderator.memberId);
    await expect(run(verb, moderator, own.id)).rejects.toThrow("notOnYourself");
    const { id } = await make({ moderation: "submitted" });
    const outcomes = await Promise.allSettled([
      run(publish, moderator, id),
      run(verb, moderator, id),
    ]);
    const lost = outcomes.find((one) => one.status === "rejected");
    expect(lost?.reason).toMatchObject({ code: "alreadyDecided" });
    const decided = (await eventsOf(id)).filter((name) => !name.includes("version-kept"));
    expect(decided).toHaveLength(1);
  });

  test("a reason has to be known, and explained where the list says so", async () => {
    const { id } = await make({ moderation: "submitted" });
    const decide = (code: string, words = "") =>
      run(reasoned("changes-requested", code, words), moderator, id);
    await expect(decide("because")).rejects.toMatchObject({
      code: "notInList",
      field: "reasonCode",
    });
    await expect(decide("other")).rejects.toMatchObject({ code: "wordsNeeded", field: "words" });
    await decide("other", "Un mot.");
    expect(await stateOf(id)).toBe("changes-requested");
  });

  test("what was withdrawn meanwhile is not decided", async () => {
    const { id } = await make({ moderation: "withdrawn" });
    await expect(run(publish, moderator, id)).rejects.toThrow("moveNotAllowed");
  });
});
