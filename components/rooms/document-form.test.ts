import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { DocumentForm } from "./document-form";

const drawn = (refused: { words: string; at: "title" | "file"; typedTitle: string } | null) =>
  renderToStaticMarkup(
    createElement(DocumentForm, { slug: "x", locale: "fr", refused, revised: null }),
  );

/** An alert that says something: what a sending comes to is told in one that is empty until then. */
const SAYING = /role="alert"((?!><\/div>).*?)<\/div>/;

test("a document that was refused is told at the top of its form, with the way to the field", () => {
  expect(drawn(null)).not.toMatch(SAYING);
  for (const [at, id] of [
    ["title", "document-title"],
    ["file", "document-file"],
  ] as const) {
    const html = drawn({ words: "Ce fichier est vide.", at, typedTitle: "Plan" });
    const [, summary = ""] = html.match(SAYING) ?? [];
    expect(summary).toContain("Ce fichier est vide.");
    expect(summary).toContain(`href="#${id}"`);
    expect(html).toContain(`id="${id}"`);
    expect(html.indexOf('role="alert"')).toBeLessThan(html.indexOf("<label"));
  }
});
