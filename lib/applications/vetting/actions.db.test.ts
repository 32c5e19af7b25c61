import { randomUUID } from "node:crypto";
import { afterAll, expect, test, vi } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeAccount, makeApplication } from "@/db/factories";
import { sealReader } from "@/lib/core/auth/form-reader";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { type FormAction, IDLE } from "@/lib/core/form-state";
import { getTranslator } from "@/lib/core/i18n/translator";
import { releaseApplicationAction, takeApplicationAction } from "./actions";

const request = vi.hoisted(() => ({ viewer: null as Viewer | null, page: "", wantsPage: false }));

vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
vi.mock("next/headers", () => ({ cookies: async () => ({ set: () => undefined }) }));
vi.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw new Error(`to ${to}`);
  },
}));
vi.mock("@/lib/core/auth/request", async (original) => ({
  ...(await original<typeof import("@/lib/core/auth/request")>()),
  requireOwnOrigin: async () => {},
  readRequest: async () => ({ client: randomUUID(), requestId: "", ...request }),
}));
vi.mock("@/lib/core/auth/viewer", () => ({ getViewer: async () => request.viewer }));

afterAll(closeDatabase);

test("a note that is being written stays when its application is taken or left to the others: the page is not left", async () => {
  const moderator = await transaction((tx) => makeAccount(tx, { role: "moderator" }));
  const { id } = await transaction((tx) => makeApplication(tx));
  const notices = getTranslator("fr", "notices");
  request.viewer = moderator;
  request.page = `/admin/applications/${id}?from=queue&notice=noteAdded`;
  const send = (action: FormAction, version: string) => {
    const data = new FormData();
    const form = { _key: `~${sealReader(moderator)}`, _locale: "fr", applicationId: id, version };
    for (const [field, value] of Object.entries(form)) data.set(field, value);
    return action(IDLE, data).catch((error: Error) => error.message);
  };
  const taken = await send(takeApplicationAction, "1");
  expect(taken).toMatchObject({ status: "done", message: notices("applicationTaken") });
  const left = await send(releaseApplicationAction, "2");
  expect(left).toMatchObject({ status: "done", message: notices("itemReleased") });
  // A browser without JavaScript has no other page than the one it is led to.
  request.wantsPage = true;
  const led = `/admin/applications/${id}?from=queue&notice=applicationTaken`;
  expect(await send(takeApplicationAction, "3")).toContain(led);
});
