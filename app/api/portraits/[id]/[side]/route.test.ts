import { expect, test, vi } from "vitest";
import { GET } from "./route";

vi.mock("@/lib/core/auth/viewer", () => ({ getBareViewer: async () => null }));
vi.mock("@/lib/members/portraits.queries", () => ({
  getPortrait: async (_viewer: null, id: string) =>
    id === "hidden" ? null : { fileId: "of-the-face", isPublic: id === "open" },
}));
vi.mock("@/lib/core/files/kept-file", async (original) => ({
  ...(await original<object>()),
  readFile: async (id: string) => (id === "of-the-face" ? { content: Buffer.from("webp") } : null),
}));

const ask = (id: string, side = "96", headers = {}) =>
  GET(new Request(`http://localhost:3000/api/portraits/${id}/${side}`, { headers }), {
    params: Promise.resolve({ id, side }),
  });

test("a portrait can run nothing and opens in no tab; each time it is asked whether it may be seen", async () => {
  const answer = await ask("mine");
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "image/webp",
    "cache-control": "private, no-cache",
    "content-disposition": 'attachment; filename="portrait.webp"',
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
  });
  expect((await ask("open")).headers.get("cache-control")).toBe("public, no-cache");
  const etag = answer.headers.get("etag") ?? "";
  expect((await ask("mine", "96", { "if-none-match": etag })).status).toBe(304);
  expect((await ask("mine", "48", { "if-none-match": etag })).status).toBe(200);
  expect((await ask("hidden", "96", { "if-none-match": '"hidden-96"' })).status).toBe(404);
  for (const side of ["512", "0", "96px"]) expect((await ask("mine", side)).status).toBe(404);
});
