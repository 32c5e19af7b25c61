import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { getTranslator } from "@/lib/core/i18n/translator";
import { RoomFrame } from "./room-frame";
import { RoomOverview } from "./room-overview";

const viewer = { accountId: "a", memberId: "m", role: "member", status: "active" };

function drawn(values: { progress?: string; isClosed?: boolean; role?: string; tab?: string }) {
  const { progress = "in-progress", isClosed = false, role = "lead", tab = "overview" } = values;
  const people = [{ memberId: "m", role, isPresent: true, name: null }];
  const closedAt = isClosed ? new Date() : null;
  const room = { slug: "x", title: null, isPublished: true, progress, isClosed, closedAt, people };
  const parts = { milestones: [], updates: [], documents: [], messages: [] };
  const shown = { room, viewer, locale: "zh", tab, ...parts };
  return renderToStaticMarkup(
    createElement(RoomFrame, shown as never, createElement(RoomOverview, shown as never)),
  );
}

const t = getTranslator("zh", "rooms");

test.each(["completed", "dropped"])(
  "the room of a project that is %s says so, and offers to plan nothing",
  (progress) => {
    const going = drawn({});
    expect(going).not.toContain(t("over.title"));
    expect(going).toContain(t("overview.planNext"));
    const over = drawn({ progress });
    expect(over).toContain(t("over.title"));
    expect(over).not.toContain(t("overview.planNext"));
    expect(drawn({ progress, tab: "people" })).not.toContain(t("over.title"));
  },
);

test("a closed room says that it is closed, and an observer is not told to write", () => {
  const closed = drawn({ progress: "completed", isClosed: true });
  expect(closed).toContain(t("closed.title"));
  expect(closed).not.toContain(t("over.title"));
  const observed = drawn({ progress: "completed", role: "observer" });
  expect(observed).toContain(t("readOnly"));
  expect(observed).not.toContain(t("over.title"));
});
