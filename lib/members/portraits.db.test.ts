import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { VISIBILITIES, type Visibility } from "@/db/enums";
import { makeInterest, makeMember, makeProject } from "@/db/factories";
import { makePortrait } from "@/db/portrait-factory";
import { accounts } from "@/db/schema/accounts";
import { consents } from "@/db/schema/consents";
import { files } from "@/db/schema/files";
import { members } from "@/db/schema/members";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { sayerColumns } from "@/lib/entries/sayers.queries";
import { drawPortrait } from "./draw-portrait";
import { removePortrait, setPortrait } from "./portraits.mutations";
import { getPortrait } from "./portraits.queries";
import { getMember } from "./queries";

afterAll(closeDatabase);

type Member = Awaited<ReturnType<typeof makeMember>>;

const READERS = ["visitor", "member", "contact", "team", "suspended", "owner"] as const;

const readers = {} as Record<
  Exclude<(typeof READERS)[number], "visitor" | "owner" | "contact">,
  Viewer
>;

beforeAll(async () => {
  await transaction(async (tx) => {
    readers.member = await makeMember(tx);
    readers.team = await makeMember(tx, {}, { role: "moderator" });
    readers.suspended = await makeMember(tx, {}, { status: "suspended" });
  });
});

const toVisitors = ({ accountId }: Member) =>
  ({ accountId, purpose: "public-directory", textVersion: 1, locale: "fr" }) as const;

/** A member with a portrait at a level, who agreed that visitors see what is public, and somebody whose interest in a project of theirs was accepted. */
const makeShown = (level: Visibility, isOpen = true) =>
  transaction(async (tx) => {
    const owner = await makeMember(tx, { visibility: { portrait: level } });
    const portraitId = await makePortrait(tx, owner.memberId);
    if (isOpen) await tx.insert(consents).values(toVisitors(owner));
    const contact = await makeMember(tx);
    const { id: projectId } = await makeProject(tx, owner.memberId, { moderation: "published" });
    await makeInterest(tx, projectId, contact.memberId, { state: "accepted" });
    return { owner, contact, portraitId };
  });

type Shown = Awaited<ReturnType<typeof makeShown>>;

const viewerOf = (reader: (typeof READERS)[number], { owner, contact }: Shown): Viewer | null => {
  if (reader === "visitor") return null;
  if (reader === "owner") return owner;
  return reader === "contact" ? contact : readers[reader];
};

async function whoSees(shown: Shown): Promise<string[]> {
  const seen = await Promise.all(
    READERS.map((reader) => getPortrait(viewerOf(reader, shown), shown.portraitId, 96)),
  );
  return READERS.filter((_, at) => seen[at]);
}

const EVERYBODY = [...READERS];

describe("who is given the bytes of a portrait", () => {
  const MATRIX: Record<Visibility, readonly string[]> = {
    public: EVERYBODY,
    members: ["member", "contact", "team", "owner"],
    contacts: ["contact", "owner"],
    team: ["team", "owner"],
    self: ["owner"],
  };

  test.each(VISIBILITIES)("shown to %s", async (level) => {
    expect(await whoSees(await makeShown(level))).toEqual(MATRIX[level]);
  });

  test("no visitor without the member's consent to it, and nobody who is suspended", async () => {
    const reached = EVERYBODY.filter((reader) => reader !== "visitor" && reader !== "suspended");
    expect(await whoSees(await makeShown("public", false))).toEqual(reached);
  });

  test("of a suspended member the club team and themselves", async () => {
    const shown = await makeShown("public");
    await query((db) =>
      db
        .update(accounts)
        .set({ status: "suspended" })
        .where(eq(accounts.id, shown.owner.accountId)),
    );
    expect(await whoSees(shown)).toEqual(["team", "owner"]);
  });

  test("of a profile that was taken down the same, and of who has left the directory", async () => {
    const down = await makeShown("public");
    const left = await makeShown("public");
    await query((db) =>
      db.update(members).set({ hiddenAt: new Date() }).where(eq(members.id, down.owner.memberId)),
    );
    await query((db) =>
      db
        .update(consents)
        .set({ withdrawnAt: new Date() })
        .where(eq(consents.accountId, left.owner.accountId)),
    );
    expect(await whoSees(down)).toEqual(["team", "owner"]);
    expect(await whoSees(left)).toEqual(["team", "owner"]);
  });

  test("an old address, or junk, is nobody's", async () => {
    const { owner, portraitId } = await makeShown("public");
    await transaction((tx) => makePortrait(tx, owner.memberId));
    for (const id of [portraitId, "x", `${portraitId}'`, crypto.randomUUID()]) {
      expect(await getPortrait(owner, id, 48)).toBeNull();
    }
  });
});

test.each(VISIBILITIES)(
  "lists know of a portrait shown to %s what its address gives",
  async (level) => {
    const shown = await makeShown(level);
    for (const reader of READERS) {
      const viewer = viewerOf(reader, shown);
      if (viewer?.status !== "active") continue;
      const [row] = await query((db) =>
        db
          .select(sayerColumns(viewer))
          .from(members)
          .innerJoin(accounts, eq(accounts.id, members.accountId))
          .where(eq(members.id, shown.owner.memberId)),
      );
      const given = await getPortrait(viewer, shown.portraitId, 96);
      const page = await getMember(viewer, shown.owner.memberSlug);
      expect([row?.portrait, page?.portrait], reader).toEqual(
        given ? [shown.portraitId, shown.portraitId] : [null, null],
      );
    }
  },
);

describe("setting and removing one's own", () => {
  const drawn = async () => {
    const png = Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
      "base64",
    );
    return drawPortrait({ name: "me.png", bytes: png });
  };
  const read = async ({ memberId }: Member) => {
    const [row] = await query((db) =>
      db
        .select({
          id: members.portraitId,
          visibility: members.visibility,
          version: members.version,
        })
        .from(members)
        .where(eq(members.id, memberId)),
    );
    return row;
  };

  test("a picture and who sees it, then only who sees it; the form of the profile stays right", async () => {
    const member = await transaction((tx) => makeMember(tx, { visibility: { bio: "self" } }));
    const portrait = await drawn();
    await transaction((tx) => setPortrait(tx, member, { portrait, level: "public" }));
    const first = await read(member);
    expect(first).toMatchObject({ visibility: { bio: "self", portrait: "public" }, version: 1 });
    await transaction((tx) => setPortrait(tx, member, { portrait: null, level: "self" }));
    expect(await read(member)).toEqual({ ...first, visibility: { bio: "self", portrait: "self" } });
    await transaction((tx) => setPortrait(tx, member, { portrait, level: "self" }));
    expect((await read(member))?.id).not.toBe(first?.id);
  });

  test("removing it is one act, and takes the three pictures along", async () => {
    const member = await transaction((tx) => makeMember(tx));
    const portrait = await drawn();
    await transaction((tx) => setPortrait(tx, member, { portrait, level: "members" }));
    const { 240: largest } = portrait;
    expect(await query((db) => db.$count(files, eq(files.hash, largest.hash)))).toBeGreaterThan(0);
    const id = (await read(member))?.id ?? "";
    await transaction((tx) => removePortrait(tx, member));
    expect(await read(member)).toMatchObject({ id: null });
    expect(await query((db) => db.$count(files, eq(files.id, id)))).toBe(0);
    await transaction((tx) => removePortrait(tx, member));
  });

  test("nobody who is not active, and nothing without a picture", async () => {
    const member = await transaction((tx) => makeMember(tx));
    const away = { ...member, status: "suspended" as const };
    const portrait = await drawn();
    const input = { portrait, level: "members" } as const;
    const set = (who: Viewer, what: Parameters<typeof setPortrait>[2]) =>
      transaction((tx) => setPortrait(tx, who, what));
    await expect(set(away, input)).rejects.toMatchObject({ code: "notFound" });
    await expect(transaction((tx) => removePortrait(tx, away))).rejects.toMatchObject({
      code: "notFound",
    });
    await expect(set(member, { ...input, portrait: null })).rejects.toMatchObject({
      code: "portraitMissing",
      field: "portrait",
    });
    expect(await read(member)).toMatchObject({ id: null });
  });
});
