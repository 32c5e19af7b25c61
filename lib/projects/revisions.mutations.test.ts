import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeProject } from "@/db/factories";
import { eventsOn } from "@/db/read-back";
import { entries, entryRevisions } from "@/db/schema/entries";
import { mails } from "@/db/schema/mail";
import { decisions } from "@/db/schema/moderation";
import { projects } from "@/db/schema/projects";
import type { TurnedDown } from "@/lib/entries/decision-reason";
import * as entry from "@/lib/entries/revisions.mutations";
import {
  proposeRevision,
  publishRevision,
  turnDownRevision,
} from "@/lib/entries/revisions.mutations";
import { publishEntry } from "@/lib/entries/verbs.mutations";
import { withdrawProject } from "./mutations";
import { PROJECT_VERBS } from "./noun.queries";
import { submitRevision } from "./revisions.mutations";

type Member = Awaited<ReturnType<typeof makeMember>>;
type Verb = (
  tx: Parameters<typeof submitRevision>[0],
  viewer: Member,
  input: { revisionId: string; version: number },
) => Promise<unknown>;

let owner: Member;
let other: Member;
let moderator: Member;

beforeAll(async () => {
  await transaction(async (tx) => {
    owner = await makeMember(tx, {}, { locale: "en" });
    other = await makeMember(tx);
    moderator = await makeMember(tx, {}, { role: "moderator" });
  });
});

afterAll(closeDatabase);

const make = (values: Parameters<typeof makeProject>[2] = {}, ownerId = owner.memberId) =>
  transaction((tx) => makeProject(tx, ownerId, { moderation: "published", ...values }));

const propose = (
  id: string,
  change: { revisionId?: string; version?: number; content?: object } = {},
  viewer = owner,
) =>
  transaction((tx) =>
    proposeRevision(tx, viewer, PROJECT_VERBS, {
      id,
      revisionId: null,
      version: 1,
      content: {},
      ...change,
    }),
  );

const run = (verb: Verb, viewer: Member, revisionId: string, version: number) =>
  transaction((tx) => verb(tx, viewer, { revisionId, version }));

/** A project with an edit that was handed in; the edit stands at version 3. */
async function submitted(content: object = { summary: { fr: "Trois fois par an." } }) {
  const project = await make();
  const { revisionId } = await propose(project.id, { content });
  await run(submitRevision, owner, revisionId, 2);
  return { project, revisionId };
}

async function read(revisionId: string) {
  const [row] = await query((db) =>
    db
      .select({
        state: entryRevisions.state,
        version: entryRevisions.version,
        content: entryRevisions.content,
        stale: entryRevisions.stale,
        title: entries.title,
        summary: projects.summary,
        liveStale: entries.stale,
        progress: projects.progress,
        searchMembers: entries.searchMembers,
        moderation: entries.moderation,
      })
      .from(entryRevisions)
      .innerJoin(entries, eq(entries.id, entryRevisions.entryId))
      .innerJoin(projects, eq(projects.id, entries.id))
      .where(eq(entryRevisions.id, revisionId)),
  );
  if (!row) throw new Error("the edit is gone");
  return row;
}

const lastMail = async () => {
  const rows = await query((db) =>
    db
      .select({ kind: mails.kind, data: mails.data })
      .from(mails)
      .where(eq(mails.accountId, owner.accountId))
      .orderBy(mails.createdAt),
  );
  return rows.at(-1);
};

const withdrawRevision: Verb = (tx, viewer, input) =>
  entry.withdrawRevision(tx, viewer, PROJECT_VERBS, input);
const publish: Verb = (tx, viewer, input) => publishRevision(tx, viewer, PROJECT_VERBS, input);

const reasoned =
  (verdict: TurnedDown["verdict"], reasonCode: string): Verb =>
  (tx, viewer, input) =>
    turnDownRevision(tx, viewer, PROJECT_VERBS, { ...input, verdict, reasonCode, words: "" });

describe("proposing", () => {
  test("the live text stays, the edit holds the whole content and its marks", async () => {
    const texts = { fr: "Un", en: "One" };
    const { id } = await make({ summary: texts, stale: { title: ["en"] } });
    const { revisionId } = await propose(id, { content: { summary: { ...texts, fr: "Deux" } } });
    const row = await read(revisionId);
    expect(row).toMatchObject({ state: "draft", version: 2, summary: texts });
    expect(row.content).toMatchObject({
      summary: { fr: "Deux", en: "One" },
      kind: "group-purchasing",
    });
    expect(row.stale).toMatchObject({ summary: ["en"] });
    expect(await eventsOn(revisionId)).toEqual(["revision.proposed"]);
  });

  test("two tabs that begin at once: one edit, one conflict", async () => {
    const { id } = await make();
    const outcomes = await Promise.allSettled([propose(id), propose(id)]);
    const lost = outcomes.find((one) => one.status === "rejected");
    expect(lost?.reason).toMatchObject({ code: "conflict" });
  });

  test("a later save names the edit and its version", async () => {
    const { id } = await make();
    const { revisionId } = await propose(id);
    await expect(propose(id, { revisionId, version: 1 })).rejects.toThrow("conflict");
    await propose(id, { revisionId, version: 2, content: { cities: ["wuhan"] } });
    expect(await read(revisionId)).toMatchObject({ version: 3, content: { cities: ["wuhan"] } });
  });

  test("only by the owner, beside a published text, not while it is read", async () => {
    const { id } = await make();
    await expect(propose(id, {}, other)).rejects.toThrow("notFound");
    await expect(propose(id, {}, moderator)).rejects.toThrow("notFound");
    const draft = await make({ moderation: "draft" });
    await expect(propose(draft.id)).rejects.toThrow("moveNotAllowed");
    const { project, revisionId } = await submitted();
    await expect(propose(project.id, { revisionId, version: 3 })).rejects.toThrow("moveNotAllowed");
  });
});

describe("submitting and dropping", () => {
  test.each<[string, Verb, string]>([
    ["submit", submitRevision, "submitted"],
    ["withdraw", withdrawRevision, "withdrawn"],
  ])("%s: an event, nobody else, one winner", async (_, verb, state) => {
    const { id } = await make();
    const { revisionId } = await propose(id);
    await expect(run(verb, other, revisionId, 2)).rejects.toThrow("notFound");
    await expect(run(verb, moderator, revisionId, 2)).rejects.toThrow("notFound");
    const twice = [run(verb, owner, revisionId, 2), run(verb, owner, revisionId, 2)];
    const outcomes = await Promise.allSettled(twice);
    const lost = outcomes.find((one) => one.status === "rejected");
    expect(lost?.reason).toMatchObject({ code: "conflict" });
    expect((await read(revisionId)).state).toBe(state);
    expect(await eventsOn(revisionId)).toEqual(["revision.proposed", `revision.${state}`]);
  });

  test("an edit may not tell who the owner is, nor empty what is needed", async () => {
    const { id } = await make();
    const { revisionId } = await propose(id, { content: { title: { fr: "Chez Montclair" } } });
    await expect(run(submitRevision, owner, revisionId, 2)).rejects.toMatchObject({
      code: "identifiesOwner",
      field: "title.fr",
      values: { found: "Montclair" },
    });
    await propose(id, { revisionId, version: 2, content: { title: {} } });
    await expect(run(submitRevision, owner, revisionId, 3)).rejects.toThrow("originalNeeded");
  });
});

describe("deciding", () => {
  test("a published edit takes the place of the text; progress stays", async () => {
    const { project, revisionId } = await submitted({
      summary: { fr: "Trois fois par an." },
      progress: "completed",
    });
    await run(publish, moderator, revisionId, 3);
    const row = await read(revisionId);
    expect(row).toMatchObject({
      state: "published",
      summary: { fr: "Trois fois par an." },
      progress: "seeking-partners",
      moderation: "published",
    });
    expect(row.searchMembers).toContain(" trois ");
    expect(await lastMail()).toMatchObject({
      kind: "revisionPublished",
      data: { to: `/projects/${project.slug}` },
    });
    const events = await eventsOn(revisionId);
    expect(events.filter((name) => name === "revision.published")).toHaveLength(1);
  });

  const refusals: [string, Verb, string, string][] = [
    [
      "changes",
      reasoned("changes-requested", "unclear-text"),
      "changes-requested",
      "revisionChangesRequested",
    ],
    ["a refusal", reasoned("refused", "misleading"), "refused", "revisionRefused"],
  ];

  test.each(refusals)(
    "%s: the live text stays, the owner is told why",
    async (_, verb, state, kind) => {
      const { revisionId } = await submitted();
      await run(verb, moderator, revisionId, 3);
      const row = await read(revisionId);
      expect(row).toMatchObject({
        state,
        summary: { fr: "Nous passons commande ensemble deux fois par an." },
      });
      const mail = await lastMail();
      expect(mail?.kind).toBe(kind);
      expect(mail?.data.reason).toMatch(/\w{3} \w/);
      expect(await eventsOn(revisionId)).toContain(`revision.${state}`);
    },
  );

  test.each<[string, Verb]>([
    ["publish", publish],
    ...refusals.map(([name, verb]): [string, Verb] => [name, verb]),
  ])("%s: nobody else, never on one's own, once only", async (_, verb) => {
    const { revisionId } = await submitted();
    await expect(run(verb, other, revisionId, 3)).rejects.toThrow("notFound");
    await expect(run(verb, owner, revisionId, 3)).rejects.toThrow("notFound");
    await expect(run(verb, moderator, revisionId, 2)).rejects.toThrow("conflict");
    const asModerator = { ...owner, role: "moderator" as const };
    await expect(run(verb, asModerator, revisionId, 3)).rejects.toThrow("notOnYourself");
    const both = [run(verb, moderator, revisionId, 3), run(publish, moderator, revisionId, 3)];
    const outcomes = await Promise.allSettled(both);
    const lost = outcomes.find((one) => one.status === "rejected");
    expect(lost?.reason).toMatchObject({ code: "alreadyDecided" });
    const kept = await query((db) =>
      db.select({ id: decisions.id }).from(decisions).where(eq(decisions.subjectId, revisionId)),
    );
    expect(kept).toHaveLength(1);
  });
});

describe("beside other moves", () => {
  test("a project withdrawn meanwhile takes its edit along; the two never block each other", async () => {
    const { project, revisionId } = await submitted();
    const withdraw = transaction((tx) =>
      withdrawProject(tx, owner, { projectId: project.id, version: 1 }),
    );
    const outcomes = await Promise.allSettled([withdraw, run(publish, moderator, revisionId, 3)]);
    const codes = outcomes.map((one) => (one.status === "rejected" ? one.reason.code : "done"));
    expect([
      ["done", "moveNotAllowed"],
      ["conflict", "done"],
    ]).toContainEqual(codes);
  });

  test("an edit is no project", async () => {
    const { revisionId } = await submitted();
    const asProject = transaction((tx) =>
      publishEntry(tx, moderator, PROJECT_VERBS, { id: revisionId, version: 3 }),
    );
    await expect(asProject).rejects.toThrow("notFound");
  });
});
