import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Identity } from "@/lib/moderation/queries";
import { IdentityCard } from "./identity-card";

const identity: Identity = {
  ...{ name: "Inès Cazalbert", status: "active", memberSlug: null, jobTitle: null },
  ...{ joinedOn: null, organisation: null, website: null },
  numbers: [
    { kind: "siren", value: "000000075" },
    { kind: "vat", value: "FR43000000075" },
  ],
};

test.each([
  ["fr", "SIREN 000 000 075\u00a0· TVA FR 43 000 000 075"],
  ["en", "SIREN 000 000 075\u00a0· VAT FR 43 000 000 075"],
  ["zh", "SIREN编号：000 000 075、欧盟增值税号：FR 43 000 000 075"],
] as const)("the numbers of an organisation are named in %s, and spaced", (locale, words) => {
  expect(renderToStaticMarkup(createElement(IdentityCard, { locale, identity }))).toContain(words);
});
