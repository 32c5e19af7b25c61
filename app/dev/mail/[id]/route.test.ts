import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { renderMail } from "@/lib/core/mail/render-mail";
import { GET } from "./route";

const dataDir = mkdtempSync(path.join(os.tmpdir(), "club-kept-"));
const settings = vi.hoisted(() => ({ CLUB_DEMO: "1", SMTP_URL: undefined as string | undefined }));
vi.mock("@/lib/core/env", async (original) => {
  const { env } = await original<typeof import("@/lib/core/env")>();
  return { env: () => ({ ...env(), DATA_DIR: dataDir, ...settings }) };
});

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const ask = (id: string) =>
  GET(new Request("http://localhost:3000/"), { params: Promise.resolve({ id }) });

test("a kept mail is drawn with the club's sign, can run nothing, and is read in the demo alone", async () => {
  mkdirSync(path.join(dataDir, "mail"));
  const letter = renderMail("signInCode", "fr", { code: "123456", to: "/sign-in" });
  writeFileSync(path.join(dataDir, "mail", "one.json"), JSON.stringify(letter));
  const answer = await ask("one.json");
  expect(answer.headers.get("content-security-policy")).toMatch(/^default-src 'none';.*sandbox$/);
  const html = await answer.text();
  expect(html).toContain('src="data:image/png;base64,iVBOR');
  expect(html).not.toContain("cid:");
  expect((await ask("two.json")).status).toBe(404);
  expect((await ask("../one.json")).status).toBe(404);
  settings.SMTP_URL = "smtp://mail.example.org";
  expect((await ask("one.json")).status).toBe(404);
});
