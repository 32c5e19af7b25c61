import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { SourceList } from "./source-list";

const address = "https://archives.example.org/1921";
const source = { name: "Archives de Lyon", address, opened: "lu le 1er mai 2026" };
const drawn = (isLinked: boolean) =>
  renderToStaticMarkup(SourceList({ sources: [{ ...source, isLinked }], locale: "fr" }));

test("on paper, where a link says its address, that of a source stands once", () => {
  expect(drawn(true)).toMatch(new RegExp(`<span class="[^"]*no-print[^"]*">${address}`));
  expect(drawn(false)).not.toContain("no-print");
});
