import { randomUUID } from "node:crypto";
import { afterAll, expect, test, vi } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeMember } from "@/db/factories";
import { sealReader } from "@/lib/core/auth/form-reader";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { createOrganisationAction } from "./actions";

const request = vi.hoisted(() => ({ viewer: null as Viewer | null }));

vi.mock("@/lib/core/auth/viewer", () => ({ getViewer: async () => request.viewer }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ origin: "http://localhost:3000", "x-club-client": "::1" }),
  cookies: async () => ({ set: () => undefined }),
}));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
vi.mock("next/navigation", () => ({ redirect: () => undefined }));

afterAll(closeDatabase);

/** Sends the form of a new organisation as a member. */
async function create(member: Viewer, values: Record<string, string> = {}) {
  request.viewer = member;
  const form = new FormData();
  const written = {
    _key: `~${sealReader(member)}`,
    _locale: "en",
    originalLocale: "fr",
    "name.fr": `Atelier ${randomUUID()}`,
    kind: "association",
    country: "fr",
    place: "lyon-7",
    ...values,
  };
  for (const [name, value] of Object.entries(written)) form.set(name, value);
  return createOrganisationAction({ status: "idle" }, form);
}

test("a member adds ten organisations a day, and is told to come back tomorrow", async () => {
  const [busy, other] = await transaction(async (tx) => [
    await makeMember(tx),
    await makeMember(tx),
  ]);
  // What the form refuses costs nothing.
  expect(await create(busy, { kind: "" })).toMatchObject({ status: "invalid" });
  const tries = await Promise.all(Array.from({ length: 12 }, () => create(busy)));
  const refused = tries.filter(({ status }) => status === "failed");
  expect(refused).toHaveLength(2);
  expect(refused[0]).toMatchObject({
    code: "tooManyOrganisations",
    message: expect.stringContaining("tomorrow"),
    values: { kind: "association" },
  });
  expect(await create(other)).toMatchObject({ status: "done" });
});
