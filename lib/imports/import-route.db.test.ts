import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeAccount } from "@/db/factories";
import { sealReader } from "@/lib/core/auth/form-reader";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { checkImport } from "./check.queries";
import { postImport } from "./import-route";
import { madeRow, madeWorkbook } from "./made-workbook";
import { getImport, listImports } from "./queries";

const request = vi.hoisted(() => ({ viewer: null as Viewer | null }));

vi.mock("@/lib/core/auth/viewer", () => ({ getBareViewer: async () => request.viewer }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ origin: "http://localhost:3000", "x-club-client": "::1" }),
}));

let administrator: Viewer;
let moderator: Viewer;

beforeAll(async () => {
  await transaction(async (tx) => {
    administrator = await makeAccount(tx, { role: "administrator" });
    moderator = await makeAccount(tx, { role: "moderator" });
  });
});

afterAll(closeDatabase);

/** Sends a file as somebody; gives where their browser is led. */
async function send(viewer: Viewer | null, bytes: string | Buffer, fields = {}) {
  request.viewer = viewer;
  const form = new FormData();
  form.set("file", new File([new Uint8Array(Buffer.from(bytes))], "membres.csv"));
  form.set("_key", `~${sealReader(viewer)}`);
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value));
  const url = "http://localhost:3000/api/imports/new?locale=fr";
  const sent = new Request(url, { method: "POST", body: form });
  const answer = await postImport(sent, { params: Promise.resolve({ slug: "new" }) });
  return answer.headers.get("Location") ?? "";
}

const FILE = `Nom;Prénom;E-mail;Rôle;Membre depuis
Béraud;Zoé;zoe.route@example.org;administrateur;20/11/2014
Béraud;Léa;lea.route@example.org;membre;31/02/2015`;

test("a file in Windows-1252 is read, and says what is wrong in which cell", async () => {
  const led = await send(administrator, Buffer.from(FILE, "latin1"));
  const id = /^\/fr\/admin\/import\/([\da-f-]{36})\?notice=importRead/.exec(led)?.[1] ?? "";
  const it = await getImport(administrator, id);
  expect(it).toMatchObject({
    ...{ fileName: "membres.csv", state: "ready", rowCount: 2 },
    mapping: { familyName: 0, givenName: 1, email: 2, joinedOn: 4 },
    sheet: { encoding: "windows-1252", separator: ";" },
  });
  const checked = it && (await checkImport(administrator, it));
  expect(checked).toMatchObject({
    counts: { new: 1, join: 0, skip: 0, faulty: 1 },
    faults: [{ row: 3, field: "joinedOn", column: 4, code: "notADate" }],
  });
  expect((await listImports(administrator)).map((one) => one.id)).toContain(id);
  expect(await getImport(moderator, id)).toBeNull();
  expect(await listImports(moderator)).toEqual([]);
  expect(it && (await checkImport(moderator, it))).toBeNull();
});

test("a character that no database keeps is no failure", async () => {
  const row = madeRow(2, "Béraud&#0;", "Zoé&#xD842;", "zoe.signs@example.org");
  const sheet = madeRow(1, "Nom", "Prénom", "E-mail") + row;
  expect(await send(administrator, madeWorkbook({ sheet }))).toContain("notice=importRead");
});

test("what is no table is refused on its page, by its row where it has one", async () => {
  const open = 'Nom;Prénom;E-mail\n"Béraud;Zoé;zoe@example.org';
  expect(await send(administrator, open)).toBe(
    "/fr/admin/import?row=2&refused=importQuoteOpen#file",
  );
  expect(await send(administrator, "")).toContain("refused=importEmpty");
});

test("nobody else's file is looked at", async () => {
  for (const [viewer, code] of [
    [moderator, "notFound"],
    [null, "signInFirst"],
  ] as const) {
    expect(await send(viewer, FILE)).toContain(`refused=${code}`);
  }
});
