import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeExperience } from "@/db/experience-factory";
import { makeMember } from "@/db/factories";
import { toldTo } from "@/db/read-back";
import { auditEvents } from "@/db/schema/audit";
import { entries, entryRevisions } from "@/db/schema/entries";
import { experiences } from "@/db/schema/experiences";
import {
  proposeRevision,
  submitRevision,
  turnDownRevision,
  withdrawRevision,
} from "@/lib/entries/revisions.mutations";
import {
  closeEntry,
  publishEntry,
  reopenEntry,
  saveEntry,
  turnDownEntry,
} from "@/lib/entries/verbs.mutations";
import { settleExperience, submitExperience } from "./mutations";
import { EXPERIENCE_VERBS } from "./noun.queries";

type Member = Awaited<ReturnType<typeof makeMember>>;
type Tx = Parameters<typeof submitExperience>[0];
type Held = { id: string; version: number };

let owner: Member;
let other: Member;
let moderator: Member;

beforeAll(() =>
  transaction(async (tx) => {
    owner = await makeMember(tx, {}, { locale: "zh" });
    other = await makeMember(tx);
    moderator = await makeMember(tx, {}, { role: "moderator" });
  }),
);

afterAll(closeDatabase);

const make = (values?: Parameters<typeof makeExperience>[2]) =>
  transaction((tx) => makeExperience(tx, owner.memberId, values));

async function read(id: string) {
  const { moderation, slug, title, stale, version } = entries;
  const { topics, fromYear, toYear, advice } = experiences;
  const [row] = await query((db) =>
    db
      .select({ moderation, slug, title, stale, version, topics, fromYear, toYear, advice })
      .from(entries)
      .innerJoin(experiences, eq(experiences.id, entries.id))
      .where(eq(entries.id, id)),
  );
  return row;
}

async function lastEvent(id: string) {
  const { name, actorId } = auditEvents;
  const rows = await query((db) =>
    db
      .select({ name, actorId })
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, id))
      .orderBy(auditEvents.id),
  );
  return rows.filter((row) => !row.name.endsWith("version-kept")).at(-1);
}

const reasoned = { reasonCode: "other", words: "Dites dans quelle ville." };
const content = { toYear: 2022, advice: { fr: "Relire le bail." } };

type Verb = {
  from: Parameters<typeof makeExperience>[2];
  by: () => Member;
  run: (tx: Tx, viewer: Member, held: Held) => Promise<unknown>;
  to: string;
  event: string;
  told?: string;
};

const online = { moderation: "published" } as const;
const handedIn = { moderation: "submitted" } as const;
const author = () => owner;
const team = () => moderator;

const VERBS: Record<string, Verb> = {
  save: {
    from: {},
    by: author,
    run: (tx, viewer, held) => saveEntry(tx, viewer, EXPERIENCE_VERBS, { ...held, content }),
    to: "draft",
    event: "saved",
  },
  submit: {
    from: {},
    by: author,
    run: submitExperience,
    to: "submitted",
    event: "submitted",
    told: "experienceSubmitted",
  },
  withdraw: {
    from: online,
    by: author,
    run: (tx, viewer, held) =>
      closeEntry(tx, viewer, EXPERIENCE_VERBS, { ...held, to: "withdrawn" }),
    to: "withdrawn",
    event: "withdrawn",
  },
  settle: {
    from: online,
    by: author,
    run: (tx, viewer, held) =>
      settleExperience(tx, viewer, {
        ...held,
        ...{ isTeased: true, ownerLevel: "contacts", links: {} },
      }),
    to: "published",
    event: "settled",
  },
  reopen: {
    from: { moderation: "withdrawn" },
    by: author,
    run: (tx, viewer, held) => reopenEntry(tx, viewer, EXPERIENCE_VERBS, held),
    to: "draft",
    event: "reopened",
  },
  publish: {
    from: handedIn,
    by: team,
    run: (tx, viewer, held) => publishEntry(tx, viewer, EXPERIENCE_VERBS, held),
    to: "published",
    event: "published",
    told: "experiencePublished",
  },
  "send back": {
    from: handedIn,
    by: team,
    run: (tx, viewer, held) =>
      turnDownEntry(tx, viewer, EXPERIENCE_VERBS, {
        ...held,
        ...reasoned,
        verdict: "changes-requested",
      }),
    to: "changes-requested",
    event: "changes-requested",
    told: "experienceChangesRequested",
  },
  refuse: {
    from: handedIn,
    by: team,
    run: (tx, viewer, held) =>
      turnDownEntry(tx, viewer, EXPERIENCE_VERBS, { ...held, ...reasoned, verdict: "refused" }),
    to: "refused",
    event: "refused",
    told: "experienceRefused",
  },
};

describe.each(Object.entries(VERBS))("%s", (_name, { from, by, run, to, event, told }) => {
  test("happens, leaves its event and is told", async () => {
    const { id } = await make(from);
    await transaction((tx) => run(tx, by(), { id, version: 1 }));
    expect(await read(id)).toMatchObject({ moderation: to, version: 2 });
    expect(await lastEvent(id)).toEqual({ name: `experience.${event}`, actorId: by().accountId });
    if (told) expect((await toldTo(owner)).at(-1)).toMatchObject({ kind: told, locale: "zh" });
  });

  test("is refused to somebody else, and to the loser of a race", async () => {
    const { id } = await make(from);
    const held = { id, version: 1 };
    await expect(transaction((tx) => run(tx, other, held))).rejects.toThrow("notFound");
    await transaction((tx) => run(tx, by(), held));
    await expect(transaction((tx) => run(tx, by(), held))).rejects.toThrow(
      /conflict|moveNotAllowed|alreadyDecided/,
    );
  });
});

test("what is saved in a part leaves the rest, and marks translations that are older", async () => {
  const { id } = await make({ advice: { fr: "Relire.", en: "Read again." } });
  const save = {
    id,
    version: 1,
    content: { advice: { fr: "Relire le bail.", en: "Read again." } },
  };
  await transaction((tx) => saveEntry(tx, owner, EXPERIENCE_VERBS, save));
  expect(await read(id)).toMatchObject({
    ...{ topics: ["exit"], fromYear: 2023, toYear: 2024 },
    stale: { advice: ["en"] },
  });
});

test.each([
  [{ topics: [] }, "notChosen", "topics"],
  [{ advice: { en: "Read again." } }, "originalNeeded", "advice.fr"],
  [{ toYear: 1999 }, "endsBeforeStart", "toYear"],
])("%j is not handed in", async (values, code, field) => {
  const { id } = await make(values);
  const submitted = transaction((tx) => submitExperience(tx, owner, { id, version: 1 }));
  await expect(submitted).rejects.toMatchObject({ code, field });
});

test("nobody decides on their own", async () => {
  const { id } = await transaction((tx) => makeExperience(tx, moderator.memberId, handedIn));
  const decided = transaction((tx) =>
    publishEntry(tx, moderator, EXPERIENCE_VERBS, { id, version: 1 }),
  );
  await expect(decided).rejects.toThrow("notOnYourself");
});

describe("an edit of what is published", () => {
  const propose = async (id: string) => {
    const edit = { id, revisionId: null, version: 1, content: { title: { fr: "Autrement" } } };
    const { revisionId } = await transaction((tx) =>
      proposeRevision(tx, owner, EXPERIENCE_VERBS, edit),
    );
    await transaction((tx) =>
      submitRevision(tx, owner, EXPERIENCE_VERBS, { revisionId, version: 2 }),
    );
    return { revisionId, version: 3 };
  };
  const stateOf = async (id: string) => {
    const { state } = entryRevisions;
    const rows = await query((db) =>
      db.select({ state }).from(entryRevisions).where(eq(entryRevisions.id, id)),
    );
    return rows[0]?.state;
  };

  test("is sent back, refused or dropped, and the text stays", async () => {
    for (const state of ["changes-requested", "refused", "withdrawn"] as const) {
      const { id } = await make(online);
      const held = await propose(id);
      await transaction<unknown>((tx) =>
        state === "withdrawn"
          ? withdrawRevision(tx, owner, EXPERIENCE_VERBS, held)
          : turnDownRevision(tx, moderator, EXPERIENCE_VERBS, {
              ...held,
              ...reasoned,
              verdict: state,
            }),
      );
      expect(await stateOf(held.revisionId)).toBe(state);
      expect(await read(id)).toMatchObject({ moderation: "published", version: 1 });
    }
  });
});
