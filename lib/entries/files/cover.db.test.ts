import { NextRequest } from "next/server";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import type { EntryLevel, FileKind } from "@/db/enums";
import { makeInterest, makeMember, makeProject } from "@/db/factories";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { contentOf } from "@/lib/core/files/draw-image";
import { PROJECT_VERBS } from "@/lib/projects/noun.queries";
import { listAccesses } from "../accesses.queries";
import { coverOf } from "./cover";
import { fileDownload } from "./file-download";
import { attachFile, removeFile } from "./mutations";
import { getFiled, listFiles } from "./queries";

const request = vi.hoisted(() => ({ viewer: null as Viewer | null }));

vi.mock("@/lib/core/auth/viewer", () => ({ getBareViewer: async () => request.viewer }));

type Member = Awaited<ReturnType<typeof makeMember>>;

let owner: Member;
let other: Member;
let contact: Member;
let project: Awaited<ReturnType<typeof makeProject>>;
let jpeg: Buffer;

beforeAll(async () => {
  await transaction(async (tx) => {
    owner = await makeMember(tx);
    other = await makeMember(tx);
    contact = await makeMember(tx);
    project = await makeProject(tx, owner.memberId, { moderation: "published" });
    await makeInterest(tx, project.id, contact.memberId, { state: "accepted" });
  });
  const flat = sharp({ create: { width: 900, height: 900, channels: 3, background: "#176781" } });
  jpeg = await flat.jpeg().toBuffer();
});

afterAll(closeDatabase);

const attach = (name: string, level: EntryLevel, kind: FileKind = "image") =>
  transaction((tx) =>
    attachFile(tx, owner, PROJECT_VERBS, {
      slug: project.slug,
      level,
      file: { name, ...contentOf(kind, jpeg) },
    }),
  );

const coverFor = async (viewer: Viewer | null) => {
  const page = await listFiles(viewer, await getFiled(viewer, PROJECT_VERBS, project.slug));
  return coverOf(page, { entryKind: "project", slug: project.slug });
};

const answer = fileDownload(PROJECT_VERBS);

async function ask(viewer: Viewer | null, src: string, headers = {}) {
  request.viewer = viewer;
  const url = new URL(src, "http://localhost:3000");
  const id = url.pathname.split("/").at(-1) ?? "";
  const params = Promise.resolve({ slug: project.slug, id });
  return answer(new NextRequest(url, { headers }), { params });
}

test("the head shows the first picture that its reader may open, and gives it to nobody else", async () => {
  const away = { ...other, status: "suspended" as const };
  for (const viewer of [owner, other, null]) expect(await coverFor(viewer)).toBeNull();

  await attach("plan.pdf", "members", "pdf");
  const { fileId: behind } = await attach("usine.jpg", "contacts");
  const src = `/api/projects/${project.slug}/files/${behind}?as=cover`;
  for (const viewer of [owner, contact]) {
    expect(await coverFor(viewer)).toEqual({ src, alt: "usine" });
    expect((await ask(viewer, src)).status).toBe(200);
  }
  for (const viewer of [other, away, null]) {
    expect(await coverFor(viewer)).toBeNull();
    expect((await ask(viewer, src)).status).toBe(404);
  }

  const { fileId: open } = await attach("车间.webp", "members");
  expect(await coverFor(other)).toMatchObject({ alt: "车间" });
  expect(await coverFor(contact)).toMatchObject({ alt: "usine" });
  for (const viewer of [away, null]) expect(await coverFor(viewer)).toBeNull();

  await transaction((tx) => removeFile(tx, owner, { fileId: open }));
  expect(await coverFor(other)).toBeNull();
  const gone = `/api/projects/${project.slug}/files/${open}?as=cover`;
  expect((await ask(other, gone, { "if-none-match": `"${open}-cover"` })).status).toBe(404);
});

test("it is drawn small, can run nothing, is sent once, and a contact's look is noted once", async () => {
  const cover = await coverFor(contact);
  const first = await ask(contact, cover?.src ?? "");
  expect(Object.fromEntries(first.headers)).toMatchObject({
    "content-type": "image/webp",
    "cache-control": "private, no-cache",
    "content-security-policy": "default-src 'none'; sandbox",
  });
  const drawn = await sharp(Buffer.from(await first.arrayBuffer())).metadata();
  expect(drawn).toMatchObject({ format: "webp", width: 480, height: 320 });
  const known = { "if-none-match": first.headers.get("etag") };
  const accesses = () => listAccesses(owner, project.id);
  const before = await accesses();
  expect(before).toMatchObject([{ file: "usine.jpg", slug: contact.memberSlug }]);
  expect((await ask(contact, cover?.src ?? "", known)).status).toBe(304);
  expect(await accesses()).toEqual(before);
});

test("what is no picture has none, and opens as it did", async () => {
  const { fileId } = await attach("plan-2.pdf", "members", "pdf");
  const src = `/api/projects/${project.slug}/files/${fileId}`;
  expect((await ask(other, `${src}?as=cover`)).status).toBe(404);
  expect((await ask(other, src)).headers.get("content-type")).toBe("application/pdf");
});
