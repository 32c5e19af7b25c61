import type { AuthOptions } from "next-auth";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeMember } from "@/db/factories";
import { makePortrait } from "@/db/portrait-factory";
import { sessions } from "@/db/schema/accounts";
import { statementsOf } from "@/db/statement-count";
import { hashToken, newToken } from "@/lib/core/auth/tokens";
import { answerWithPortrait } from "./portrait-answer";

const token = newToken();

vi.mock("next/headers", () => ({ cookies: async () => ({ get: () => undefined, set() {} }) }));
vi.mock("next-auth", async (original) => {
  const { getServerSession } = await original<typeof import("next-auth")>();
  const res = { getHeader() {}, setHeader() {}, setCookie() {} };
  return {
    getServerSession: (options: AuthOptions) =>
      getServerSession(
        { headers: {}, cookies: { "club-session": token } } as never,
        res as never,
        options,
      ),
  };
});

let id: string;

beforeAll(() =>
  transaction(async (tx) => {
    const { accountId } = await makeMember(tx);
    const other = await makeMember(tx, { visibility: { portrait: "members" } });
    id = await makePortrait(tx, other.memberId);
    const expiresAt = new Date(Date.now() + 60_000);
    await tx.insert(sessions).values({ accountId, tokenHash: hashToken(token), expiresAt });
  }),
);
afterAll(closeDatabase);

const ask = (headers = {}) =>
  statementsOf(() =>
    answerWithPortrait(new Request("http://localhost:3000", { headers }), id, "96"),
  );

test("a page of faces asks who reads it, whether they may and for the bytes; nothing is counted", async () => {
  const { result, texts } = await ask();
  expect(result.status).toBe(200);
  expect(texts).toHaveLength(3);
  for (const text of texts) expect(text).not.toMatch(/count\(|"notices"/);
  const known = await ask({ "if-none-match": result.headers.get("etag") });
  expect([known.result.status, known.texts.length]).toEqual([304, 2]);
});
