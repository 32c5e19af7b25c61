import { expect, test } from "vitest";
import { GET } from "./route";

const ask = (name: string) =>
  GET(new Request(`http://localhost:3000/api/swatches/${name}`), {
    params: Promise.resolve({ name }),
  });

test("a swatch is kept for ever and runs nothing; what is no swatch's name is not found", async () => {
  const answer = await ask("b1k9f3z.svg");
  expect(answer.status).toBe(200);
  expect(await answer.text()).toMatch(/^<svg [^>]*>.*<\/svg>$/s);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "image/svg+xml",
    "cache-control": "public, max-age=31536000, immutable",
    "x-content-type-options": "nosniff",
    "content-security-policy": expect.stringMatching(
      /^default-src 'none'; style-src 'sha256-[^']+'; sandbox$/,
    ),
  });
  for (const name of ["b", "b01.svg", "..%2Fb1.svg", "b1.png"]) {
    expect((await ask(name)).status).toBe(404);
  }
});
