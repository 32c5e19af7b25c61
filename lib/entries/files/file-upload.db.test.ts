import { and, eq } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeInterest, makeMember, makeProject } from "@/db/factories";
import { auditEvents } from "@/db/schema/audit";
import { entryFiles } from "@/db/schema/entry-parts";
import { sealReader } from "@/lib/core/auth/form-reader";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { CheckedFile } from "@/lib/core/files/check-file";
import { readFile } from "@/lib/core/files/kept-file";
import { LOCALES } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { EXPERIENCE_VERBS } from "@/lib/experiences/noun.queries";
import { postFile } from "@/lib/projects/file-route";
import { PROJECT_VERBS } from "@/lib/projects/noun.queries";
import { listAccesses } from "../accesses.queries";
import { FILES_AN_ENTRY } from "./file-limits";
import { attachFile, removeFile, setFileLevel } from "./mutations";
import { findFile, getFiled, listFiles } from "./queries";
import { isFileRefusal } from "./refusals";

const request = vi.hoisted(() => ({ viewer: null as Viewer | null }));

vi.mock("@/lib/core/auth/viewer", () => ({ getBareViewer: async () => request.viewer }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ origin: "http://localhost:3000", "x-club-client": "::1" }),
}));

type Member = Awaited<ReturnType<typeof makeMember>>;

const canary = `canary-${crypto.randomUUID().slice(0, 8)}`;

let owner: Member;
let other: Member;
let contact: Member;
let moderator: Member;
let picture: Buffer<ArrayBuffer>;

beforeAll(async () => {
  await transaction(async (tx) => {
    owner = await makeMember(tx);
    other = await makeMember(tx);
    contact = await makeMember(tx);
    moderator = await makeMember(tx, {}, { role: "moderator" });
  });
  const blank = sharp({ create: { width: 9, height: 9, channels: 3, background: "#176781" } });
  picture = Buffer.from(await blank.png().toBuffer());
});

afterAll(closeDatabase);

async function make(values: Parameters<typeof makeProject>[2] = {}) {
  return transaction(async (tx) => {
    const project = await makeProject(tx, owner.memberId, { moderation: "published", ...values });
    await makeInterest(tx, project.id, contact.memberId, { state: "accepted" });
    return project;
  });
}

const pdf: CheckedFile = {
  name: `${canary}.pdf`,
  kind: "pdf",
  content: Buffer.from("%PDF-1.7"),
  size: 8,
  hash: "a".repeat(64),
};

const attach = (slug: string, level: "members" | "contacts", viewer = owner) =>
  transaction((tx) => attachFile(tx, viewer, PROJECT_VERBS, { slug, level, file: pdf }));

const list = async (viewer: Viewer | null, slug: string) =>
  listFiles(viewer, await getFiled(viewer, PROJECT_VERBS, slug));

const open = async (viewer: Viewer | null, slug: string, fileId: string) => {
  const found = await findFile(viewer, await getFiled(viewer, PROJECT_VERBS, slug), fileId);
  return found ? found.open() : null;
};

/** Sends a file as somebody; gives where their browser is led. */
async function send(
  viewer: Viewer | null,
  slug: string,
  fields: Record<string, string | File>,
  key = `~${sealReader(viewer)}`,
) {
  request.viewer = viewer;
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set("_key", key);
  const url = `http://localhost:3000/api/projects/${slug}/files?locale=zh`;
  const sent = new Request(url, { method: "POST", body: form });
  const answer = await postFile(sent, { params: Promise.resolve({ slug }) });
  return answer.headers.get("Location");
}

describe("attaching", () => {
  const file = () => new File([picture], "图.png");

  test("a form drawn for one member and sent as another attaches nothing", async () => {
    const { slug } = await make();
    const fields = { file: file(), level: "members" };
    for (const [drawnFor, code] of [
      [`~${sealReader(other)}`, "otherReader"],
      [`~${sealReader(null)}`, "otherReader"],
      ["", "formOutdated"],
    ] as const) {
      expect(await send(owner, slug, fields, drawnFor)).toContain(`refused=${code}`);
    }
    expect((await list(owner, slug))?.files).toEqual([]);
  });

  test("an owner's picture is drawn, kept and told of, and they come back", async () => {
    const { slug, id } = await make();
    const to = await send(owner, slug, { file: file(), level: "members" });
    expect(to).toBe(`/zh/projects/${slug}?notice=fileAttached#files`);
    const page = await list(other, slug);
    expect(page).toMatchObject({
      canAttach: false,
      hidden: 0,
      files: [{ name: "图.png", kind: "image", width: 9 }],
    });
    const isEvent = and(
      eq(auditEvents.subjectId, id),
      eq(auditEvents.name, "project.file-attached"),
    );
    const events = await query((db) =>
      db.select({ data: auditEvents.data }).from(auditEvents).where(isEvent),
    );
    expect(events).toMatchObject([{ data: { kind: "image", level: "members" } }]);
  });

  test("whoever may not is refused before anything is read, what is no file in words", async () => {
    const { slug } = await make();
    const good = { file: file(), level: "members" };
    for (const [viewer, code] of [
      [other, "notFound"],
      [moderator, "notFound"],
      [{ ...owner, status: "suspended" as const }, "notActive"],
      [null, "signInFirst"],
    ] as const) {
      expect(await send(viewer, slug, good)).toContain(`refused=${code}#files`);
    }
    expect(await send(owner, slug, { level: "contacts" })).toContain(
      "?level=contacts&refused=fileMissing#",
    );
    expect(await send(owner, slug, { file: file() })).toContain("refused=unreadable");
    const empty = new File([], "plan.pdf");
    expect(await send(owner, slug, { ...good, file: empty })).toContain("refused=fileUnreadable");
    const lying = new File([picture], "plan.pdf");
    expect(await send(owner, slug, { ...good, file: lying })).toContain("refused=fileNotAccepted");
    expect((await list(owner, slug))?.files).toEqual([]);
  });

  test("a name that tells who the unnamed owner is is refused, in words", async () => {
    const { slug } = await make({ ownerLevel: "contacts" });
    const telling = new File([picture], "Montclair 2026.png");
    const to = await send(owner, slug, { file: telling, level: "members" });
    const code = /refused=(\w+)/.exec(to ?? "")?.[1];
    expect(code).toBe("fileNamesOwner");
    expect(isFileRefusal(code)).toBe(true);
    expect((await list(owner, slug))?.files).toEqual([]);
  });

  test("ten at most, also at once; none where the text is not the owner's to change", async () => {
    const { slug } = await make();
    const outcomes = await Promise.allSettled(
      Array.from({ length: FILES_AN_ENTRY + 2 }, () => attach(slug, "members")),
    );
    const refused = outcomes.filter((one) => one.status === "rejected");
    expect(refused.map(({ reason }) => reason.code)).toEqual(["filesTooMany", "filesTooMany"]);
    for (const moderation of ["submitted", "refused", "withdrawn", "archived"] as const) {
      await expect(attach((await make({ moderation })).slug, "members")).rejects.toThrow(
        "notFound",
      );
    }
  });

  test("200 MB a member in all", async () => {
    const rich = await transaction((tx) => makeMember(tx));
    const { slug } = await transaction((tx) => makeProject(tx, rich.memberId));
    const huge = { ...pdf, size: 200 * 1024 ** 2 - 4 };
    await transaction((tx) =>
      attachFile(tx, rich, PROJECT_VERBS, { slug, level: "members", file: huge }),
    );
    await expect(attach(slug, "members", rich)).rejects.toThrow("filesTooLarge");
  });
});

describe("opening", () => {
  test("a file for members is for whoever reads the text", async () => {
    const { slug } = await make();
    const { fileId } = await attach(slug, "members");
    for (const viewer of [owner, other, contact, moderator]) {
      expect(await open(viewer, slug, fileId)).toMatchObject({ kind: "pdf" });
    }
    for (const viewer of [null, { ...other, status: "pending" as const }]) {
      expect(await open(viewer, slug, fileId)).toBeNull();
      expect(JSON.stringify(await list(viewer, slug))).not.toContain(canary);
    }
    expect(await open(other, (await make()).slug, fileId)).toBeNull();
    expect(await open(other, slug, "../../etc/passwd")).toBeNull();
  });

  test("one behind acceptance is for contacts, whose opening is noted", async () => {
    const { slug, id } = await make();
    const { fileId } = await attach(slug, "contacts");
    expect(await open(other, slug, fileId)).toBeNull();
    const page = await list(other, slug);
    expect(page).toMatchObject({ files: [], hidden: 1 });
    expect(JSON.stringify(page)).not.toContain(canary);
    expect(await open(contact, slug, fileId)).toMatchObject({ name: pdf.name });
    await open(owner, slug, fileId);
    expect(await listAccesses(owner, id)).toMatchObject([
      { part: fileId, file: pdf.name, times: 1, slug: contact.memberSlug },
    ]);
  });

  test("the club team opens what was handed in, nobody what is a draft", async () => {
    const { slug } = await make({ moderation: "changes-requested", submittedAt: new Date() });
    const { fileId } = await attach(slug, "contacts");
    expect(await open(moderator, slug, fileId)).not.toBeNull();
    const draft = await make({ moderation: "draft" });
    const { fileId: draftFile } = await attach(draft.slug, "members");
    for (const viewer of [moderator, other, contact]) {
      expect(await open(viewer, draft.slug, draftFile)).toBeNull();
      expect(await list(viewer, draft.slug)).toBeNull();
    }
  });
});

test("a removed file is gone for all at once; its name stays for the history", async () => {
  const { slug } = await make();
  const { fileId } = await attach(slug, "members");
  const readRow = async () => {
    const { name, fileId: kept } = entryFiles;
    const isIt = eq(entryFiles.id, fileId);
    const [row] = await query((db) => db.select({ name, kept }).from(entryFiles).where(isIt));
    return row;
  };
  const kept = (await readRow())?.kept ?? "";
  expect(await readFile(kept)).toEqual({ kind: "pdf", content: pdf.content });
  const remove = (viewer: Member) => transaction((tx) => removeFile(tx, viewer, { fileId }));
  for (const viewer of [other, moderator]) await expect(remove(viewer)).rejects.toThrow("notFound");
  const outcomes = await Promise.allSettled([remove(owner), remove(owner)]);
  expect(outcomes.filter((one) => one.status === "rejected")).toHaveLength(1);
  expect(await open(owner, slug, fileId)).toBeNull();
  expect(await readRow()).toEqual({ name: pdf.name, kept: null });
  expect(await readFile(kept)).toBeNull();
});

describe("who opens a file", () => {
  const set = (fileId: string, level: "members" | "contacts", viewer = owner) => {
    const before = level === "members" ? "contacts" : "members";
    const input = { fileId, before, level } as const;
    return transaction((tx) => setFileLevel(tx, viewer, PROJECT_VERBS, input));
  };

  test("is changed at once, with an event; one of two clicks is told", async () => {
    const { slug, id } = await make();
    const { fileId } = await attach(slug, "members");
    const outcomes = await Promise.allSettled([set(fileId, "contacts"), set(fileId, "contacts")]);
    const lost = outcomes.filter((one) => one.status === "rejected");
    expect(lost.map(({ reason }) => reason.code)).toEqual(["conflict"]);
    expect(await open(other, slug, fileId)).toBeNull();
    expect(await open(contact, slug, fileId)).not.toBeNull();
    const isEvent = and(
      eq(auditEvents.subjectId, id),
      eq(auditEvents.name, "project.file-level-set"),
    );
    const events = await query((db) =>
      db.select({ data: auditEvents.data }).from(auditEvents).where(isEvent),
    );
    expect(events).toEqual([{ data: { file: fileId, from: "members", to: "contacts" } }]);
    await set(fileId, "members");
    expect(await open(other, slug, fileId)).not.toBeNull();
  });

  test("by its owner alone, by the rules of its kind, and not once it is removed", async () => {
    const { slug } = await make();
    const { fileId } = await attach(slug, "members");
    for (const viewer of [other, contact, moderator]) {
      await expect(set(fileId, "contacts", viewer)).rejects.toThrow("notFound");
    }
    const input = { fileId, before: "members", level: "contacts" } as const;
    const ofAnother = transaction((tx) => setFileLevel(tx, owner, EXPERIENCE_VERBS, input));
    await expect(ofAnother).rejects.toThrow("notFound");
    await transaction((tx) => removeFile(tx, owner, { fileId }));
    await expect(set(fileId, "contacts")).rejects.toThrow("notFound");
  });
});

test("the page says each refusal", () => {
  for (const code of ["fileTooOften", "pdfLocked", "filesTooLarge"]) {
    if (!isFileRefusal(code)) throw new Error(`no words for ${code}`);
    for (const locale of LOCALES) expect(getTranslator(locale, "errors")(code)).not.toBe("");
  }
  expect(isFileRefusal("notFound")).toBe(false);
});
