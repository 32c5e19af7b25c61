import { NextRequest } from "next/server";
import { expect, test, vi } from "vitest";
import { GET } from "./route";

const hash = "a".repeat(64);

vi.mock("@/lib/core/auth/viewer", () => ({ getBareViewer: async () => null }));
vi.mock("@/lib/organisations/logos.queries", () => ({
  getLogo: async (_viewer: null, slug: string) =>
    ["soierie", "open"].includes(slug)
      ? { fileId: "of-the-logo", hash, isPublic: slug === "open" }
      : null,
}));
vi.mock("@/lib/core/files/kept-file", async (original) => ({
  ...(await original<object>()),
  readFile: async (id: string) => (id === "of-the-logo" ? { content: Buffer.from("png") } : null),
}));

const ask = (slug: string, headers = {}, search = "") => {
  const url = `http://localhost:3000/api/organisations/${slug}/logo${search}`;
  return GET(new NextRequest(url, { headers }), { params: Promise.resolve({ slug }) });
};

test("a logo can run nothing and opens in no tab; once it is known it is not sent again", async () => {
  const answer = await ask("soierie");
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "image/png",
    "content-disposition": 'attachment; filename="soierie.png"',
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
  });
  expect((await ask("soierie", { "if-none-match": `"${hash}"` })).status).toBe(304);
  expect((await ask("nobody")).status).toBe(404);
});

test("only what anybody may see is kept without being asked for again", async () => {
  const kept = async (slug: string, search: string) =>
    (await ask(slug, {}, search)).headers.get("cache-control");
  const right = `?v=${hash.slice(0, 16)}`;
  expect(await kept("open", right)).toBe("private, max-age=31536000, immutable");
  expect(await kept("open", "?v=0123456789abcdef")).toBe("private, no-cache");
  expect(await kept("soierie", right)).toBe("private, no-cache");
});
