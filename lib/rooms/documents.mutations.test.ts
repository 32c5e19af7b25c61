import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeProject, makeRoom } from "@/db/factories";
import { eventsOn } from "@/db/read-back";
import { roomDocumentVersions, roomPeople, rooms } from "@/db/schema/rooms";
import { sealReader } from "@/lib/core/auth/form-reader";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { CheckedFile } from "@/lib/core/files/check-file";
import { madeDocument } from "@/lib/core/files/made-document";
import { isDocumentRefusal, isTitleRefusal } from "./document-refusals";
import { postDocument } from "./document-route";
import { addDocument, removeDocument, reviseDocument } from "./documents.mutations";
import { getDocumentVersion, listDocuments } from "./documents.queries";
import { removeFromRoom } from "./people.mutations";

const request = vi.hoisted(() => ({ viewer: null as Viewer | null }));

vi.mock("@/lib/core/auth/viewer", () => ({ getBareViewer: async () => request.viewer }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ origin: "http://localhost:3000", "x-club-client": "::1" }),
}));

type Member = Awaited<ReturnType<typeof makeMember>>;

afterAll(closeDatabase);

let lead: Member;
let adviser: Member;
let observer: Member;
let stranger: Member;
let roomId: string;
let slug: string;
let picture: Buffer<ArrayBuffer>;

beforeAll(async () => {
  const blank = sharp({ create: { width: 9, height: 9, channels: 3, background: "#176781" } });
  picture = Buffer.from(await blank.png().toBuffer());
});

const member = (account: Parameters<typeof makeMember>[2] = {}) =>
  transaction((tx) => makeMember(tx, {}, account));

beforeEach(async () => {
  [lead, adviser, observer, stranger] = await Promise.all([
    member(),
    member(),
    member(),
    member({ role: "administrator" }),
  ]);
  await transaction(async (tx) => {
    const project = await makeProject(tx, lead.memberId, { moderation: "published" });
    slug = project.slug;
    roomId = (await makeRoom(tx, project.id, [lead.memberId])).id;
    await tx.insert(roomPeople).values([
      { roomId, memberId: adviser.memberId, role: "adviser" as const },
      { roomId, memberId: observer.memberId, role: "observer" as const },
    ]);
  });
});

const file = (name = "plan.png"): CheckedFile => ({
  name,
  kind: "image",
  content: Buffer.from("content"),
  size: 7,
  hash: "0".repeat(64),
});

const add = (who: Member, title = "Plan") =>
  transaction((tx) => addDocument(tx, who, { roomId, title, file: file() }));

const revise = (who: Member, documentId: string) =>
  transaction((tx) => reviseDocument(tx, who, { roomId, documentId, file: file("v2.png") }));

const remove = (who: Member, documentId: string) =>
  transaction((tx) => removeDocument(tx, who, { documentId }));

async function only() {
  const [document] = await listDocuments(lead, roomId, "fr");
  if (!document) throw new Error("no document is there");
  return document;
}

describe("documents", () => {
  test("versions are kept, each served to the room and to nobody else", async () => {
    await add(adviser);
    await revise(lead, (await only()).id);
    const { versions, authorId } = await only();
    expect(versions.map(({ number, name }) => [number, name])).toEqual([
      [2, "v2.png"],
      [1, "plan.png"],
    ]);
    expect(authorId).toBe(adviser.accountId);
    for (const { id } of versions) {
      expect((await getDocumentVersion(observer, slug, id))?.content.toString()).toBe("content");
      expect(await getDocumentVersion(stranger, slug, id)).toBeNull();
      expect(await getDocumentVersion(null, slug, id)).toBeNull();
      expect(await getDocumentVersion({ ...observer, status: "suspended" }, slug, id)).toBeNull();
    }
    expect(await listDocuments(stranger, roomId, "fr")).toEqual([]);
    expect(await eventsOn(roomId)).toEqual(["room.document-added", "room.document-revised"]);
  });

  test("two versions at once get two numbers", async () => {
    await add(lead);
    const { id } = await only();
    await Promise.all([revise(lead, id), revise(adviser, id), revise(lead, id)]);
    expect((await only()).versions.map(({ number }) => number)).toEqual([4, 3, 2, 1]);
  });

  test("who is removed gets no version any more, at once", async () => {
    await add(lead);
    const [version] = (await only()).versions;
    await transaction((tx) => removeFromRoom(tx, lead, { roomId, memberId: adviser.memberId }));
    expect(await getDocumentVersion(adviser, slug, version?.id ?? "")).toBeNull();
    await expect(add(adviser)).rejects.toMatchObject({ code: "notFound" });
  });
});

describe("what is refused, and what is taken away", () => {
  test("an observer brings nothing; an adviser removes their own, a lead any, and nothing stays", async () => {
    await expect(add(observer)).rejects.toMatchObject({ code: "roleReadsOnly" });
    await add(lead);
    const leads = await only();
    await expect(remove(adviser, leads.id)).rejects.toMatchObject({ code: "roleReadsOnly" });
    await expect(remove(stranger, leads.id)).rejects.toMatchObject({ code: "notFound" });
    await remove(lead, leads.id);
    await expect(remove(lead, leads.id)).rejects.toMatchObject({ code: "notFound" });
    await expect(revise(lead, leads.id)).rejects.toMatchObject({ code: "notFound" });
    expect(await getDocumentVersion(lead, slug, leads.versions[0]?.id ?? "")).toBeNull();
    const kept = await query((db) =>
      db
        .select({ id: roomDocumentVersions.id })
        .from(roomDocumentVersions)
        .where(eq(roomDocumentVersions.documentId, leads.id)),
    );
    expect(kept).toEqual([]);
    await add(adviser);
    await remove(adviser, (await only()).id);
  });

  test("a document of another room is not revised from this one", async () => {
    await add(lead);
    const { id } = await only();
    const other = await transaction(async (tx) => {
      const project = await makeProject(tx, stranger.memberId);
      return makeRoom(tx, project.id, [stranger.memberId]);
    });
    await expect(
      transaction((tx) =>
        reviseDocument(tx, stranger, { roomId: other.id, documentId: id, file: file() }),
      ),
    ).rejects.toMatchObject({ code: "notFound" });
  });

  test("200 MB are full: the next file is refused in words, on its field", async () => {
    const huge = { ...file(), size: 200 * 1024 ** 2 - 7 };
    await transaction((tx) => addDocument(tx, lead, { roomId, title: "Plan", file: huge }));
    await add(lead, "Encore");
    await expect(add(lead)).rejects.toMatchObject({ code: "roomFull", field: "file" });
  });
});

const titles = async () =>
  (await listDocuments(lead, roomId, "fr")).map(({ title }) => title).sort();

async function send(
  viewer: Viewer | null,
  fields: Record<string, string> = {},
  name = "p.png",
  revise = "",
  key = "",
) {
  request.viewer = viewer;
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.set(key, value);
  const document = new Uint8Array(madeDocument("docx"));
  const bytes = name.endsWith(".svg") ? "<svg/>" : name.endsWith(".docx") ? document : picture;
  form.set("file", new File([bytes], name));
  form.set("_key", `${key}~${sealReader(viewer)}`);
  const url = `http://localhost:3000/api/projects/${slug}/room/documents?locale=zh&revise=${revise}`;
  const sent = new Request(url, { method: "POST", body: form });
  const answer = await postDocument(sent, { params: Promise.resolve({ slug }) });
  return answer.headers.get("Location");
}

describe("sending a file", () => {
  test("is kept under its title, else its name, and leads back in the form's language", async () => {
    const page = `/zh/projects/${slug}/room/documents`;
    expect(await send(adviser, { title: "样品照片" })).toBe(`${page}?notice=roomDocumentAdded`);
    expect((await only()).title).toBe("样品照片");
    const { id } = await only();
    expect(await send(lead, {}, "p.png", id)).toBe(`${page}?notice=roomDocumentRevised`);
    expect((await only()).versions).toHaveLength(2);
    await send(lead, {}, "devis final.png");
    expect((await only()).title).toBe("devis final");
  });

  test("sent again since its answer was lost, it stands once; another file, title or page is another", async () => {
    const sendAs = (title: string, name: string, key: string) =>
      send(adviser, { title }, name, "", key);
    const [drawn, later] = [randomUUID(), randomUUID()];
    const first = await sendAs("样品照片", "p.png", drawn);
    const again = await Promise.all(
      ["p.png", "p.png"].map((name) => sendAs("样品照片", name, drawn)),
    );
    expect(again).toEqual([first, first]);
    expect(await titles()).toEqual(["样品照片"]);
    await sendAs("样品照片", "p.docx", drawn);
    await sendAs("报价单", "p.png", drawn);
    await sendAs("样品照片", "p.png", later);
    expect(await titles()).toEqual(["报价单", "样品照片", "样品照片", "样品照片"]);
  });

  test("a document of an office programme is kept as it came, and saved under its own type", async () => {
    await send(adviser, {}, "报价单.docx");
    const { versions } = await only();
    const kept = await getDocumentVersion(observer, slug, versions[0]?.id ?? "");
    expect(kept).toMatchObject({ kind: "office", name: "报价单.docx" });
    expect(kept?.content.equals(madeDocument("docx"))).toBe(true);
  });

  test("outsiders, observers, a closed room and what is no picture are refused by code", async () => {
    expect(await send(stranger)).toContain("refused=notFound#add");
    expect(await send(observer)).toContain("refused=roleReadsOnly#add");
    expect(await send(null)).toContain("refused=signInFirst#add");
    expect(await send(lead, {}, "logo.svg")).toContain("refused=documentNotAccepted#add");
    await query((db) => db.update(rooms).set({ closedAt: new Date() }).where(eq(rooms.id, roomId)));
    expect(await send(lead)).toContain("refused=roomClosed#add");
  });

  test("what was typed and which document it was come back with the refusal, so that nothing is made twice", async () => {
    const at = (to: string | null) => new URL(to ?? "", "http://localhost").searchParams;
    const title = "样品照片 & devis « 2 »";
    const refused = at(await send(adviser, { title }, "logo.svg"));
    expect(Object.fromEntries(refused)).toEqual({ refused: "documentNotAccepted", title });
    await add(lead);
    const { id } = await only();
    const revised = at(await send(lead, {}, "logo.svg", id));
    expect(Object.fromEntries(revised)).toEqual({ refused: "documentNotAccepted", revise: id });
    expect(at(await send(observer, { title }, "p.png", id)).get("revise")).toBe(id);
    expect(at(await send(lead, {}, "p.png", "'><script>")).has("revise")).toBe(false);
    expect(
      (await listDocuments(lead, roomId, "fr")).map(({ versions }) => versions.length),
    ).toEqual([1]);
  });

  test("a title that is too long or unreadable is told as such, and comes back readable and cut short", async () => {
    const at = (to: string | null) => new URL(to ?? "", "http://localhost").searchParams;
    const long = at(await send(lead, { title: "长".repeat(5000) }));
    expect([long.get("refused"), long.get("title")?.length]).toEqual(["tooLong", 300]);
    const odd = at(await send(lead, { title: "De\0vis" }));
    expect([odd.get("refused"), odd.get("title")]).toEqual(["unreadableCharacters", "De vis"]);
    for (const code of ["tooLong", "unreadableCharacters"]) {
      expect([isDocumentRefusal(code), isTitleRefusal(code)]).toEqual([true, true]);
    }
    expect([isDocumentRefusal("roomFull"), isTitleRefusal("roomFull")]).toEqual([true, false]);
    expect(await listDocuments(lead, roomId, "fr")).toEqual([]);
  });
});
