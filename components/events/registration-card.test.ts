import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { REGISTRATION_TOLD } from "@/lib/events/registration-terms";
import type { RegistrationCardData } from "@/lib/events/registrations.queries";
import { RegistrationCard } from "./registration-card";

const act = async () => ({ status: "idle" as const });
const actions = { register: act, cancel: act, take: act, leave: act };
const NOW = new Date("2031-10-01T08:00:00Z");

const CARD = {
  ...{ id: "e1", slug: "payer-en-chine", moderation: "published", isHidden: false },
  ...{ progress: "open", closesAt: null, price: null, needsApproval: false, companionsMost: 0 },
  ...{ startsAt: new Date("2031-10-15T06:00:00Z"), endsAt: new Date("2031-10-15T08:00:00Z") },
  ...{ capacity: null, taken: 0, onlineUrl: null, own: null },
} as const satisfies RegistrationCardData;

const drawn = (told: string | null) => {
  const rest = { actions, card: CARD, locale: "fr", now: NOW, told, viewer: null } as const;
  return renderToStaticMarkup(createElement(RegistrationCard, rest));
};

test("what became of a registration is said in its part of the page, where the act leads to", () => {
  const place = new RegExp(`id="${REGISTRATION_TOLD}"><div[^>]*role="status".*C’est fait`);
  expect(drawn("C’est fait")).toMatch(place);
  expect(drawn(null)).not.toContain(REGISTRATION_TOLD);
});
