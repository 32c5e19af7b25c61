import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Import } from "@/lib/imports/queries";
import { EndedPanel } from "./ended-panel";

const person = (row: number) => ({ row, accountId: "a", memberId: "m", organisationId: null });

/** Of a file of so many rows, two of which brought somebody in. */
function drawn(rowCount: number) {
  const brought = { organisations: [], people: [person(2), person(3)], joined: [] };
  const it = {
    id: "1",
    version: 2,
    state: "done",
    error: null,
    undoUntil: null,
    rowCount,
    brought,
  };
  return renderToStaticMarkup(
    createElement(EndedPanel, {
      ...{ it: it as object as Import, kept: [], locale: "fr" },
      undo: async () => ({ status: "idle" as const }),
    }),
  ).replace(/(<[^>]+>)+/g, "|");
}

test("how many rows brought nobody stands where an import has ended, where there are any", () => {
  expect(drawn(5)).toContain("|Lignes laissées de côté, ou sans rien à compléter|3|");
  expect(drawn(2)).not.toContain("Lignes laissées");
});
