import { createHash } from "node:crypto";
import { expect, ORIGIN, test } from "../world";
import { ask } from "./ask";

test("a script that carries its integrity is what it says, and the page comes alive", async ({
  page,
}) => {
  const refused: string[] = [];
  page.on("console", (message) => {
    if (/integrity/i.test(message.text())) refused.push(message.text());
  });
  const answer = await page.goto("/fr/projects");
  const html = (await answer?.text()) ?? "";
  const tags = [...html.matchAll(/<script\b[^>]*\bsrc="[^"]+"[^>]*>/g)].map(([tag]) => tag);
  const signed = tags.filter((tag) => tag.includes("integrity="));
  // The entry of each page; Next 16.4 signs no chunk that React adds for a client component.
  expect(signed.length).toBeGreaterThanOrEqual(4);
  const aheadOf: string[] = [];
  for (const tag of signed) {
    const [, src = ""] = tag.match(/src="([^"]+)"/) ?? [];
    const { body } = await ask(ORIGIN, src);
    const digest = createHash("sha256").update(body).digest("base64");
    expect(tag, src).toContain(`integrity="sha256-${digest}"`);
    if (`${body}`.startsWith("//# allFunctionsCalledOnLoad\n")) aheadOf.push(src);
  }
  expect(aheadOf, "what every page starts with is compiled ahead").toHaveLength(3);
  await page.waitForFunction(
    () =>
      Object.keys(document.body).some((key) => key.startsWith("__react")) ||
      Object.keys(document.documentElement).some((key) => key.startsWith("__react")),
  );
  expect(refused).toEqual([]);
  console.log(`${signed.length} of ${tags.length} scripts of the page carry their integrity`);
});
