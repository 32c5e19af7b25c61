import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { OpinionsSection } from "./opinions-section";

const said = {
  ...{ id: "1", locale: "fr", words: "La règle a changé.", createdAt: new Date("2026-03-01") },
  ...{ by: null, isOwn: false, isHidden: false, isCounted: true, mayWithdraw: false },
};

/** What stands below what a member said. */
function drawn(opinion: object) {
  const page = { id: "x", version: 1, mayConfirm: false, refusal: "opinionOwn" };
  const shown = {
    ...{ actions: {}, locale: "en", takeDowns: new Map() },
    page: { ...page, opinions: [{ ...said, ...opinion }] },
  };
  return renderToStaticMarkup(createElement(OpinionsSection, shown as never));
}

const SINCE = "The text has been confirmed or changed since then.";

test("what its author has answered since does not read as if it stood", () => {
  const contradicted = { stance: "contradicted", sinceYear: 2026 };
  expect(drawn({ ...contradicted, isAnswered: true })).toContain(SINCE);
  expect(drawn({ ...contradicted, isAnswered: false })).not.toContain(SINCE);
  expect(drawn({ stance: "endorsed", sinceYear: null, isAnswered: true })).not.toContain(SINCE);
});
