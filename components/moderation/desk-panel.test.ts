import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Desk } from "@/lib/moderation/desk.queries";
import { DeskPanel } from "./desk-panel";

const nothing = async () => ({ status: "idle" as const });

function drawn(desk: Partial<Desk>): string {
  return renderToStaticMarkup(
    createElement(DeskPanel, {
      ...{ locale: "en", item: { kind: "project", id: "1" }, isOwn: false, page: undefined },
      desk: { taker: null, isWaiting: true, notes: [], ...desk },
      actions: { take: nothing, release: nothing },
    }),
  );
}

test("what waits says who deals with it; what is decided says nothing of it", () => {
  const since = new Date("2026-11-30T09:00:00Z");
  const taker = { accountId: "1", name: "Lin Meihua", isViewer: true, since };
  expect(drawn({})).toContain("No one is dealing with this yet.");
  expect(drawn({ taker })).toContain("dealing with this since");
  expect(drawn({ isWaiting: false })).toBe("");
  expect(drawn({ isWaiting: false, taker })).toBe("");
});
