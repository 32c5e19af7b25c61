import { expect, test } from "vitest";
import { GET } from "./route";

const ask = (locale: string, page: string, headers = {}) =>
  GET(new Request("http://localhost:3000/api/codes", { headers }), {
    params: Promise.resolve({ locale, page: page.split("/") }),
  });

test("the code of a page is a picture that is kept for ever, runs nothing and is saved under its name", async () => {
  const answer = await ask("fr", "projects/soierie.png");
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "image/png",
    "cache-control": "public, max-age=31536000, immutable",
    "content-disposition": 'attachment; filename="soierie.png"',
    "content-security-policy": "default-src 'none'; sandbox",
  });
  const etag = answer.headers.get("etag");
  expect((await ask("fr", "projects/soierie.png", { "if-none-match": etag })).status).toBe(304);
  for (const [locale, page] of [
    ["de", "projects/soierie.png"],
    ["fr", "projects/soierie"],
    ["fr", "/evil.example/a.png"],
  ] as const) {
    expect((await ask(locale, page)).status).toBe(404);
  }
});
