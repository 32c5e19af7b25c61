import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { underEach } from "./take-down";

const id = "0b7e4c2a-5d19-4f0e-9a53-6f1c2d3e4b5a";

/** Where one leads who reads a thing beside others, somebody else's and shown unless it says otherwise. */
async function linkUnder(viewer: object | null, change = {}): Promise<string | undefined> {
  const thing = { id, isHidden: false, isOwn: false, ...change };
  const under = await underEach(viewer as never, "update", [thing], "fr");
  return /href="([^"]+)"/.exec(renderToStaticMarkup(under.get(id)))?.[1];
}

test("whoever reads what somebody else wrote beside other things is led to report it", async () => {
  const form = `/fr/charter/report/update/${id}`;
  expect(await linkUnder(null)).toBe(form);
  expect(await linkUnder({ role: "member" })).toBe(form);
});

test("nobody is led to report what they wrote, or what was taken down", async () => {
  expect(await linkUnder({ role: "member" }, { isOwn: true })).toBeUndefined();
  expect(await linkUnder(null, { isHidden: true })).toBeUndefined();
});
