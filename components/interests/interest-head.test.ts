import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { InterestState } from "@/db/enums";
import type { InterestPage } from "@/lib/interests/queries";
import { InterestHead } from "./interest-head";

const INTEREST = {
  contactEndedOn: null,
  createdAt: new Date(),
  familyName: null,
  moderation: "published",
  moves: [],
  originalLocale: "fr",
  otherStatus: "active",
  projectSlug: "projet",
  stateAt: new Date(),
  title: { fr: "Projet" },
};

/** The look of the way into the room, to one of two sides who has one. */
function roomButton(party: "owner" | "sender", state: InterestState) {
  const interest = { ...INTEREST, party, state } as unknown as InterestPage;
  const html = renderToStaticMarkup(
    createElement(InterestHead, { interest, isInRoom: true, locale: "fr" }),
  );
  return html.match(/<a class="([^"]*)" href="[^"]*\/projects\/projet\/room"/)?.[1];
}

test("who has to answer has one button before all others, and it is not the way into the room", () => {
  expect(roomButton("owner", "sent")).toBeDefined();
  expect(roomButton("owner", "sent")).not.toContain("button-primary");
  expect(roomButton("sender", "more-info-asked")).not.toContain("button-primary");
});

test("with nothing to answer, the room comes first", () => {
  expect(roomButton("sender", "sent")).toContain("button-primary");
  expect(roomButton("owner", "lapsed")).toContain("button-primary");
});
