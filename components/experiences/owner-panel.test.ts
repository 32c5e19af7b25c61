import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { getTranslator } from "@/lib/core/i18n/translator";
import { EXPERIENCES } from "@/lib/experiences/experience";
import { OwnerPanel } from "../entries/owner-panel";

const viewer = { accountId: "a", memberId: "m", role: "member", status: "active" };
const own = {
  ...{ id: "x", slug: "s", version: 1, moderation: "published", submittedAt: new Date() },
  ...{ ownerAccountId: "a", ownerStatus: "active", answer: null },
};

const act = async () => ({ status: "idle" });

/** How often it is said that an open edit is lost. */
function said(revision: object | null): number {
  const shown = {
    ...{ noun: EXPERIENCES, viewer, locale: "en", isHidden: false },
    ...{ own: { ...own, revision }, actions: { withdraw: act, reopen: act, archive: act } },
  };
  const page = renderToStaticMarkup(createElement(OwnerPanel, shown as never));
  return page.split(getTranslator("en", "entries")("revision.lost")).length - 1;
}

test("whoever takes an entry back or archives it reads that an edit not online yet is lost", () => {
  expect(said({ state: "draft" })).toBe(2);
  expect(said({ state: "submitted" })).toBe(2);
  expect(said(null)).toBe(0);
});
