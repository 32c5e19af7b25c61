import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { makeEvent } from "@/db/event-factory";
import { makeExperience } from "@/db/experience-factory";
import { makeMember, makeOrganisation, makeProject } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { organisations } from "@/db/schema/organisations";
import { sharePictures } from "@/db/schema/share-pictures";
import { answerWithPicture } from "@/lib/share-pictures/picture-route";
import { readShared } from "@/lib/share-pictures/queries";
import { keepSharePicture } from "./keep-picture";

workAsOwner(20_000);

// The worker is another process: here a picture is drawn when the test says so.
vi.mock("@/lib/share-pictures/asked.queries", () => ({ askForPicture: async () => null }));
vi.mock("@/lib/core/auth/request", () => ({ readRequest: async () => ({ client: "test" }) }));

afterAll(() => closeDatabase());

let owner: Awaited<ReturnType<typeof makeMember>>;
let project: Awaited<ReturnType<typeof makeProject>>;
let to: string;

beforeEach(async () => {
  await transaction(async (tx) => {
    owner = await makeMember(tx);
    const slug = `shared-${randomUUID()}`;
    project = await makeProject(tx, owner.memberId, { slug, moderation: "published" });
    to = `/projects/${slug}`;
  });
});

const ask = (path: string, headers = {}) =>
  answerWithPicture(new Request("http://localhost:3000/api/share", { headers }), "fr", path);

const listKept = () =>
  query((db) =>
    db
      .select({ version: sharePictures.version, content: sharePictures.content })
      .from(sharePictures)
      .where(eq(sharePictures.path, to)),
  );

const change = (values: Partial<typeof entries.$inferInsert>) =>
  query((db) => db.update(entries).set(values).where(eq(entries.id, project.id)));

test("a picture is the site's until it is drawn, then the page's, and the same is not sent again", async () => {
  const first = await ask(to);
  expect([first.status, first.headers.get("location")]).toEqual([302, "/og.png"]);
  await keepSharePicture({ to, locale: "fr" });
  const drawn = await ask(to);
  expect(drawn.status).toBe(200);
  expect(Object.fromEntries(drawn.headers)).toMatchObject({
    "content-type": "image/png",
    "cache-control": "public, no-cache",
    "content-security-policy": "default-src 'none'; sandbox",
  });
  const known = { "if-none-match": drawn.headers.get("etag") ?? "" };
  expect((await ask(to, known)).status).toBe(304);
});

test("another title is another picture, in place of the last", async () => {
  await keepSharePicture({ to, locale: "fr" });
  const [before] = await listKept();
  await change({ title: { fr: "Vendre ensemble à Ningbo" } });
  expect((await ask(to)).status).toBe(302);
  await keepSharePicture({ to, locale: "fr" });
  const kept = await listKept();
  expect(kept).toHaveLength(1);
  expect(kept[0]?.version).not.toBe(before?.version);
  expect(before && kept[0]?.content.equals(before.content)).toBe(false);
});

test.each([
  ["taken down", () => change({ hiddenAt: new Date() })],
  ["withdrawn", () => change({ moderation: "withdrawn" })],
  [
    "of somebody suspended",
    () =>
      query((db) =>
        db.update(accounts).set({ status: "suspended" }).where(eq(accounts.id, owner.accountId)),
      ),
  ],
])("once it is %s it is not found, not even by who knows it, and is put away", async (_, hide) => {
  await keepSharePicture({ to, locale: "fr" });
  const etag = (await ask(to)).headers.get("etag") ?? "";
  await hide();
  expect((await ask(to)).status).toBe(404);
  expect((await ask(to, { "if-none-match": etag })).status).toBe(404);
  await keepSharePicture({ to, locale: "fr" });
  expect(await listKept()).toEqual([]);
});

test("an event has one with its day and both clocks where everybody may read it", async () => {
  const [open, members] = await transaction(async (tx) => [
    await makeEvent(tx, [], { moderation: "published" }),
    await makeEvent(tx, [], { moderation: "published", audience: "members" }),
  ]);
  expect(await readShared(`/events/${members?.slug}`, "fr")).toBeNull();
  expect(await readShared(`/events/${open?.slug}`, "fr")).toMatchObject({
    title: "Payer et être payé en Chine",
    swatch: { weave: "threads" },
    poster: {
      figure: "15",
      month: "octobre 2031",
      clocks: [
        "mercredi 15\u00a0octobre 2031 de\u00a008:00\u00a0à\u00a010:00\u00a0(Lyon)",
        "de\u00a014:00\u00a0à\u00a016:00\u00a0(Pékin)",
      ],
      where: "Lyon 3e",
    },
  });
});

test("only what visitors read has a picture, and it shows what they read", async () => {
  const { draft, hushed, open, club } = await transaction(async (tx) => ({
    draft: await makeProject(tx, owner.memberId),
    hushed: await makeExperience(tx, owner.memberId, { moderation: "published", teaser: {} }),
    open: await makeOrganisation(tx, { visibility: "public", name: { fr: "Soierie", zh: "丝织" } }),
    club: await makeOrganisation(tx, { visibility: "members" }),
  }));
  const read = (path: string) => readShared(path, "fr");
  expect(await read(`/projects/${draft.slug}`)).toBeNull();
  expect(await read(`/experiences/${hushed.slug}`)).toBeNull();
  expect(await read(`/organisations/${club.slug}`)).toBeNull();
  expect(await read(`/experiences/${project.slug}`)).toBeNull();
  expect(await read(`/organisations/${open.slug}`)).toMatchObject({ title: "Soierie 丝织" });
  expect(await read(to)).toMatchObject({
    title: "Acheter ensemble à Ningbo",
    swatch: { weave: "both" },
  });
  for (const path of ["/", "/about", "/projects", "/experiences/topics/customs-logistics"]) {
    expect((await read(path))?.title).toBeTruthy();
  }
  const junk = [
    "/home",
    "/account",
    "/projects/",
    "/projects/x/y",
    "/admin/pages",
    "/constructor/x",
    "/__proto__",
    "/experiences/topics/none",
    "/projects/%00",
    "//",
  ];
  for (const path of junk) expect(await read(path)).toBeNull();
  await query((db) =>
    db.update(organisations).set({ hiddenAt: new Date() }).where(eq(organisations.id, open.id)),
  );
  expect(await read(`/organisations/${open.slug}`)).toBeNull();
});
