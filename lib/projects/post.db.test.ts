import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeProject } from "@/db/factories";
import { entries } from "@/db/schema/entries";
import { projects } from "@/db/schema/projects";
import { sealReader } from "@/lib/core/auth/form-reader";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import { IDLE } from "@/lib/core/form-state";
import { postProjectAction } from "./actions";
import { getOwnFoundBy } from "./owned.queries";
import { firstDeadline } from "./project-deadline";

const request = vi.hoisted(() => ({ viewer: null as Viewer | null }));

vi.mock("next/headers", () => ({ cookies: async () => ({ set: () => undefined }) }));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
vi.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw new Error(`to ${to}`);
  },
}));
vi.mock("@/lib/core/auth/request", () => ({
  requireOwnOrigin: async () => {},
  readRequest: async () => ({ client: randomUUID(), requestId: "", wantsPage: false }),
}));
vi.mock("@/lib/core/auth/viewer", () => ({ getViewer: async () => request.viewer }));

afterAll(closeDatabase);

let owner: Awaited<ReturnType<typeof makeMember>>;

beforeAll(async () => {
  const named = { familyName: "Quincieux", givenName: "Odette" };
  owner = await transaction((tx) => makeMember(tx, named));
  request.viewer = owner;
});

const FIRST = {
  intent: "submit",
  profileType: "business-request",
  originalLocale: "fr",
  title: "Partager un bureau à Canton",
  sought: "Deux entreprises lyonnaises qui paient chacune un tiers du loyer.",
  offered: "Un bail déjà signé, trois bureaux et une assistante bilingue.",
  isNamed: "on",
};

async function send(change: Partial<Record<keyof typeof FIRST, string>> = {}, key = randomUUID()) {
  const data = new FormData();
  const fields = { ...FIRST, deadline: firstDeadline(today()), ...change };
  for (const [name, value] of Object.entries(fields)) if (value) data.set(name, value);
  data.set("_key", `${key}~${sealReader(owner)}`);
  data.set("_locale", "fr");
  return postProjectAction(IDLE, data).catch((error: Error) => error.message);
}

const owned = () =>
  query((db) =>
    db
      .select({
        slug: entries.slug,
        moderation: entries.moderation,
        ownerLevel: entries.ownerLevel,
        textLevel: entries.textLevel,
        progress: projects.progress,
        deadline: projects.deadline,
        acceptingInterests: projects.acceptingInterests,
      })
      .from(entries)
      .innerJoin(projects, eq(projects.id, entries.id))
      .where(eq(entries.ownerId, owner.memberId))
      .orderBy(entries.createdAt),
  );

describe("a project is posted from one page", () => {
  test("with its defaults, once however often it is sent", async () => {
    const key = randomUUID();
    const sent = await Promise.all([send({}, key), send({}, key)]);
    expect(new Set(sent).size).toBe(1);
    expect(await owned()).toEqual([
      {
        slug: "partager-un-bureau-a-canton",
        moderation: "submitted",
        ownerLevel: "members",
        textLevel: "members",
        progress: "seeking-partners",
        deadline: firstDeadline(today()),
        acceptingInterests: true,
      },
    ]);
    expect(sent[0]).toMatch(/^to \/fr\/projects\/partager-un-bureau-a-canton\?/);
  });

  test("what tells visitors whose it is, is told on its field, and nothing is kept", async () => {
    const before = (await owned()).length;
    const outcome = await send({ title: "Le bureau de Quincieux à Canton" });
    expect(outcome).toMatchObject({ status: "invalid", fields: { title: expect.any(String) } });
    expect(await owned()).toHaveLength(before);
  });

  test("members who see the name may read it in the text; of who unticks it, nobody may", async () => {
    const offered = `${FIRST.offered} Odette Quincieux vous reçoit.`;
    const both = { offered, sought: `${FIRST.sought} Appelez Quincieux.` };
    const outcome = await send({ ...both, isNamed: "" });
    expect(Object.keys((outcome as { fields: object }).fields).sort()).toEqual([
      "offered",
      "sought",
    ]);
    expect(await send(both)).toMatch(/^to \/fr\/projects\/partager-un-bureau-a-canton-/);
    expect(await send({ isNamed: "" })).toMatch(/^to /);
    expect((await owned()).map(({ ownerLevel }) => ownerLevel)).toEqual([
      "members",
      "members",
      "contacts",
    ]);
  });

  test("or is kept as a draft, with what there is", async () => {
    expect(await send({ intent: "draft", sought: "", offered: "" })).toMatch(/draft-.+\/edit/);
    expect((await owned()).at(-1)).toMatchObject({
      moderation: "draft",
      ownerLevel: "members",
      deadline: firstDeadline(today()),
    });
  });
});

test("what it is found by is told to its owner alone, once it is online", async () => {
  const { slug } = await transaction((tx) =>
    makeProject(tx, owner.memberId, { moderation: "published", sectors: [], cities: [] }),
  );
  expect(await getOwnFoundBy(owner, slug)).toMatchObject({ sectors: [], cities: [] });
  const other = await transaction((tx) => makeMember(tx));
  expect(await getOwnFoundBy(other, slug)).toBeNull();
  const draft = await transaction((tx) => makeProject(tx, owner.memberId));
  expect(await getOwnFoundBy(owner, draft.slug)).toBeNull();
});
