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

/** What the owner is shown of an entry like `own`. */
function draw(facts: object): string {
  const shown = {
    ...{ noun: EXPERIENCES, viewer, locale: "en", isHidden: false },
    ...{ own: { ...own, ...facts }, actions: { withdraw: act, reopen: act, archive: act } },
  };
  return renderToStaticMarkup(createElement(OwnerPanel, shown as never));
}

/** How often it is said that an open edit is lost. */
const said = (revision: object | null) =>
  draw({ revision }).split(getTranslator("en", "entries")("revision.lost")).length - 1;

test("whoever takes an entry back or archives it reads that an edit not online yet is lost", () => {
  expect(said({ state: "draft" })).toBe(2);
  expect(said({ state: "submitted" })).toBe(2);
  expect(said(null)).toBe(0);
});

test("a draft that nobody ever had is deleted, not taken back from anybody", () => {
  const t = getTranslator("en", "experiences");
  const draft = {
    moderation: "draft",
    submittedAt: null,
    slug: "draft-0123456789",
    revision: null,
  };
  expect(draw(draft)).toContain(t("remove.label"));
  expect(draw(draft)).not.toContain(t("owner.withdraw"));
  const again = { ...draft, submittedAt: new Date(), slug: "handed-in" };
  expect(draw(again)).not.toContain(t("remove.label"));
  expect(draw(again)).toContain(t("owner.withdraw"));
});
