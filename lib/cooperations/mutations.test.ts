import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, type Transaction, transaction } from "@/db/client";
import { makeCooperation } from "@/db/cooperation-factory";
import { makeAccount, makeMember, makeOrganisation } from "@/db/factories";
import { eventsOn } from "@/db/read-back";
import { affiliations } from "@/db/schema/affiliations";
import { cooperations } from "@/db/schema/cooperations";
import { entries, entryRevisions } from "@/db/schema/entries";
import { mails } from "@/db/schema/mail";
import { decisions } from "@/db/schema/moderation";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { getHistory } from "@/lib/entries/history.queries";
import { getOwnEntry } from "@/lib/entries/own.queries";
import { restoreVersion } from "@/lib/entries/restoring.mutations";
import {
  proposeRevision,
  publishRevision,
  submitRevision,
} from "@/lib/entries/revisions.mutations";
import {
  closeEntry,
  publishEntry,
  reopenEntry,
  saveEntry,
  turnDownEntry,
} from "@/lib/entries/verbs.mutations";
import { getDossier, getRevisionDossier } from "@/lib/moderation/dossiers.queries";
import { COOPERATIONS } from "./cooperation";
import { startCooperation, submitCooperation } from "./mutations";
import { COOPERATION_VERBS } from "./noun.queries";

type Person = Viewer & { memberId: string };

let administrator: Viewer;
let secretary: Person;
let manager: Person;
let colleague: Person;
let stranger: Person;
let moderator: Person;
/** A moderator who manages the Chinese party. */
let both: Person;
let lab: string;
let fudan: string;

beforeAll(() =>
  transaction(async (tx) => {
    const member = async (values = {}) => (await makeMember(tx, {}, values)) as Person;
    administrator = (await makeAccount(tx, { role: "administrator" })) as Viewer;
    secretary = await member({ role: "administrator" });
    manager = await member({ locale: "zh" });
    colleague = await member();
    stranger = await member();
    moderator = await member({ role: "moderator" });
    both = await member({ role: "moderator" });
    lab = (await makeOrganisation(tx, {}, [manager])).id;
    fudan = (await makeOrganisation(tx, { country: "cn" }, [both])).id;
    const belongs = { organisationId: lab, role: "person", isMain: true } as const;
    await tx.insert(affiliations).values({ memberId: colleague.memberId, ...belongs });
  }),
);

afterAll(closeDatabase);

type Values = Parameters<typeof makeCooperation>[2];
const make = (values?: Values) => transaction((tx) => makeCooperation(tx, [lab, fudan], values));

async function read(id: string) {
  const { moderation, slug, version, handedInBy, unreadSince, ownerId } = entries;
  const { renewed, sources } = cooperations;
  const [row] = await query((db) =>
    db
      .select({ moderation, slug, version, handedInBy, unreadSince, ownerId, renewed, sources })
      .from(entries)
      .innerJoin(cooperations, eq(cooperations.id, entries.id))
      .where(eq(entries.id, id)),
  );
  if (!row) throw new Error("no such agreement");
  return row;
}

const mailsTo = async (person: Viewer) => {
  const rows = await query((db) =>
    db.select({ kind: mails.kind }).from(mails).where(eq(mails.accountId, person.accountId)),
  );
  return rows.map(({ kind }) => kind);
};

/** As the action would: what the noun's verb asks for, as somebody. */
const as = <Given, Input>(
  viewer: Viewer,
  verb: (tx: Transaction, who: Viewer, input: Input) => Given,
  input: Input,
) => transaction(async (tx) => verb(tx, viewer, input));

/** What the actions ask of every kind, of an agreement. */
const of =
  <Input, Given>(
    verb: (tx: Transaction, viewer: Viewer, noun: typeof COOPERATION_VERBS, input: Input) => Given,
  ) =>
  (tx: Transaction, viewer: Viewer, input: Input) =>
    verb(tx, viewer, COOPERATION_VERBS, input);
const [save, close, reopen] = [of(saveEntry), of(closeEntry), of(reopenEntry)];
const [publish, turnDown] = [of(publishEntry), of(turnDownEntry)];

const parties = () => [
  { organisationId: lab, side: "lyon" as const },
  { organisationId: fudan, side: "china" as const },
];
const content = { originalLocale: "fr" as const, title: { fr: "Chimie verte" } };

describe("beginning", () => {
  test("a manager of a party, and an administrator of none", async () => {
    for (const viewer of [manager, administrator]) {
      const { id } = await as(viewer, startCooperation, { content, parties: parties() });
      expect(await read(id)).toMatchObject({ ownerId: null, moderation: "draft" });
      expect(await eventsOn(id)).toEqual(["cooperation.drafted"]);
    }
  });

  test("nobody else", async () => {
    for (const viewer of [stranger, colleague, moderator]) {
      const begun = as(viewer, startCooperation, { content, parties: parties() });
      await expect(begun).rejects.toMatchObject({ code: "notFound" });
    }
  });

  test("with a party on each side, and none twice", async () => {
    const [lyon, china] = parties();
    const begin = (given: ReturnType<typeof parties>) =>
      as(manager, startCooperation, { content, parties: given });
    await expect(begin([lyon as never])).rejects.toMatchObject({
      code: "required",
      field: "china",
    });
    await expect(
      begin([
        lyon as never,
        china as never,
        { ...(lyon as never as object), side: "china" } as never,
      ]),
    ).rejects.toMatchObject({ code: "partyTwice", field: "china" });
  });
});

describe("an agreement nobody owns", () => {
  test("is kept by managers of its parties and administrators, by nobody else", async () => {
    const { slug, id } = await make();
    for (const viewer of [manager, both, administrator, secretary]) {
      expect(await getOwnEntry(viewer, COOPERATIONS, slug, "fr")).not.toBeNull();
      expect(await getHistory(viewer, COOPERATIONS, slug)).toMatchObject({ isOwn: true });
    }
    for (const viewer of [colleague, stranger, moderator]) {
      expect(await getOwnEntry(viewer, COOPERATIONS, slug, "fr")).toBeNull();
      expect(await getHistory(viewer, COOPERATIONS, slug)).toBeNull();
      const text = { id, version: 1, content: { renewed: "2012" } };
      await expect(as(viewer, save, text)).rejects.toMatchObject({ code: "notFound" });
      const handedIn = as(viewer, submitCooperation, { id, version: 1 });
      await expect(handedIn).rejects.toMatchObject({ code: "notFound" });
    }
  });

  test("goes online at once by an administrator, and nobody has to read it", async () => {
    const { id } = await make();
    const { isOnline } = await as(administrator, submitCooperation, { id, version: 1 });
    expect(isOnline).toBe(true);
    expect(await read(id)).toMatchObject({ moderation: "published", unreadSince: null });
    expect(await eventsOn(id)).toEqual([
      "cooperation.submitted",
      "cooperation.published",
      "cooperation.version-kept",
    ]);
    const decided = await query((db) => db.$count(decisions, eq(decisions.subjectId, id)));
    expect(decided).toBe(0);
  });

  test("is handed in by a manager and decided by the club team, whoever keeps it hears", async () => {
    const { id } = await make();
    await as(manager, submitCooperation, { id, version: 1 });
    expect(await read(id)).toMatchObject({
      moderation: "submitted",
      handedInBy: manager.memberId,
    });
    expect(await getDossier(moderator, "cooperation", id)).toMatchObject({
      isOwn: false,
      owner: { accountId: manager.accountId },
    });
    await as(moderator, publish, { id, version: 2 });
    expect((await read(id)).moderation).toBe("published");
    expect(await mailsTo(manager)).toContain("cooperationPublished");
    expect(await mailsTo(both)).toContain("cooperationPublished");
  });

  test("is decided by whoever keeps it of the club team, but never by who handed it in", async () => {
    const { id } = await make();
    await as(both, submitCooperation, { id, version: 1 });
    const decision = { id, version: 2 };
    await expect(as(both, publish, decision)).rejects.toMatchObject({
      code: "notOnYourself",
    });
    const refusal = {
      ...decision,
      verdict: "refused",
      reasonCode: "unverifiable",
      words: "",
    } as const;
    await as(secretary, turnDown, refusal);
    expect((await read(id)).moderation).toBe("refused");
  });

  test("that came back is handed in again, by an administrator online at once", async () => {
    const { id } = await make({ moderation: "changes-requested" });
    await as(manager, save, { id, version: 1, content: { renewed: "2012-05" } });
    await as(administrator, submitCooperation, { id, version: 2 });
    expect(await read(id)).toMatchObject({ moderation: "published", renewed: "2012-05" });
  });

  test("is saved by two at once: the second is told", async () => {
    const { id } = await make();
    const text = (renewed: string) => ({ id, version: 1, content: { renewed } });
    await as(manager, save, text("2012"));
    await expect(as(both, save, text("2013"))).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("is taken back, reopened and put away by whoever keeps it", async () => {
    const { id } = await make({ moderation: "published" });
    await as(both, close, { id, version: 1, to: "withdrawn" });
    await as(manager, reopen, { id, version: 2 });
    expect((await read(id)).moderation).toBe("draft");
  });
});

describe("an edit of what is online", () => {
  const propose = async (viewer: Viewer, id: string, renewed: string) =>
    transaction((tx) =>
      proposeRevision(tx, viewer, COOPERATION_VERBS, {
        id,
        revisionId: null,
        version: 1,
        content: { renewed },
      }),
    );
  const handIn = (viewer: Viewer, key: { revisionId: string; version: number }) =>
    transaction((tx) => submitRevision(tx, viewer, COOPERATION_VERBS, key));

  test("of a manager waits for the club team", async () => {
    const { id } = await make({ moderation: "published" });
    const { revisionId, version } = await propose(manager, id, "2026-10");
    expect(await handIn(manager, { revisionId, version })).toMatchObject({ isOnline: false });
    expect(await read(id)).toMatchObject({ renewed: null, handedInBy: manager.memberId });
    expect(await getRevisionDossier(moderator, revisionId)).toMatchObject({
      entry: { owner: { accountId: manager.accountId }, isOwn: false },
    });
    const key = { revisionId, version: version + 1 };
    await transaction((tx) => publishRevision(tx, moderator, COOPERATION_VERBS, key));
    expect(await read(id)).toMatchObject({ renewed: "2026-10" });
    expect(await mailsTo(both)).toContain("revisionPublished");
  });

  test("of a moderator who manages a party is another's to decide", async () => {
    const { id } = await make({ moderation: "published" });
    const { revisionId, version } = await propose(both, id, "2026-10");
    await handIn(both, { revisionId, version });
    const key = { revisionId, version: version + 1 };
    await expect(
      transaction((tx) => publishRevision(tx, both, COOPERATION_VERBS, key)),
    ).rejects.toMatchObject({ code: "notOnYourself" });
  });

  test("of an administrator is online at once, and kept as a version", async () => {
    const { id, slug } = await make({ moderation: "published" });
    const { revisionId, version } = await propose(administrator, id, "2026-10");
    expect(await handIn(administrator, { revisionId, version })).toMatchObject({ isOnline: true });
    expect(await read(id)).toMatchObject({ renewed: "2026-10" });
    const [edit] = await query((db) =>
      db
        .select({ state: entryRevisions.state })
        .from(entryRevisions)
        .where(eq(entryRevisions.id, revisionId)),
    );
    expect(edit?.state).toBe("published");
    const history = await getHistory(manager, COOPERATIONS, slug);
    expect(history?.versions.map(({ cause }) => cause)).toEqual(["revised", "published"]);
    const back = { id, number: 1, revisionId: null, version: 2 };
    await transaction((tx) => restoreVersion(tx, manager, COOPERATION_VERBS, back));
    expect(await getOwnEntry(manager, COOPERATIONS, slug, "fr")).toMatchObject({
      revision: { content: { renewed: null } },
    });
  });

  test("by somebody else, by its address, is not found", async () => {
    const { id } = await make({ moderation: "published" });
    for (const viewer of [stranger, colleague, moderator]) {
      await expect(propose(viewer, id, "2026")).rejects.toMatchObject({ code: "notFound" });
    }
  });
});
