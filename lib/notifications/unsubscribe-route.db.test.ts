import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeMember } from "@/db/factories";
import { log } from "@/lib/core/log";
import { unsubscribeToken } from "@/lib/core/mail/unsubscribe-token";
import { getLinkedMails } from "./queries";
import { postUnsubscribe } from "./unsubscribe-route";

const sentHeaders = vi.hoisted(() => ({ current: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => sentHeaders.current }));

let token = "";

beforeEach(async () => {
  sentHeaders.current = new Headers({ "x-club-client": crypto.randomUUID() });
  const { accountId } = await transaction((tx) => makeMember(tx));
  token = unsubscribeToken({ accountId, group: "rooms" });
});

afterAll(closeDatabase);

const address = (given: string) => `http://localhost:3000/api/unsubscribe?token=${given}`;

const post = (given: string, body: Record<string, string>) =>
  postUnsubscribe(new Request(address(given), { method: "POST", body: new URLSearchParams(body) }));

const ONE_CLICK = { "List-Unsubscribe": "One-Click" };

test("a mail programme's post switches off, without origin, cookie or page", async () => {
  const answer = await post(token, ONE_CLICK);
  expect([answer.status, answer.headers.get("cache-control")]).toEqual([204, "no-store"]);
  expect(await getLinkedMails(token)).toEqual({ group: "rooms", isOff: true });
  expect((await post(token, ONE_CLICK)).status).toBe(204);
});

test("a wrong token, or a post that does not say so, changes nothing", async () => {
  expect((await post("wrong", ONE_CLICK)).status).toBe(404);
  expect((await post("", ONE_CLICK)).status).toBe(404);
  expect((await post(token, {})).status).toBe(400);
  expect((await post(token, { "List-Unsubscribe": "Maybe" })).status).toBe(400);
  const bare = new Request(address(token), { method: "POST", body: "x" });
  expect((await postUnsubscribe(bare)).status).toBe(400);
  expect(await getLinkedMails(token)).toEqual({ group: "rooms", isOff: false });
});

test("each refusal leaves one line in the log, without the token", async () => {
  const written = vi.spyOn(log, "info").mockImplementation(() => undefined);
  await post(`${token}x`, ONE_CLICK);
  await post(token, {});
  const line = { event: "refused", action: "/api/unsubscribe", accountId: null };
  expect(written.mock.calls.map(([facts]) => facts)).toMatchObject([
    { ...line, code: "notFound" },
    { ...line, code: "unreadable" },
  ]);
  expect(JSON.stringify(written.mock.calls)).not.toContain(token);
  written.mockRestore();
});

test("too many posts from one place are told when to come back", async () => {
  for (let count = 0; count < 60; count++) await post("wrong", ONE_CLICK);
  const answer = await post(token, ONE_CLICK);
  expect([answer.status, Number(answer.headers.get("retry-after")) > 0]).toEqual([429, true]);
});
