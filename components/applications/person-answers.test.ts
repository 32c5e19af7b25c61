import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { ApplicationDossier } from "@/lib/applications/vetting/dossier.queries";
import type { Locale } from "@/lib/core/i18n/locales";
import { OrganisationAnswers } from "./organisation-answers";
import { PersonAnswers } from "./person-answers";

const application = {
  ...{ email: "zhao@example.org", locale: "zh" },
  answers: {
    ...{ familyName: "Zhao", givenName: "Wenqi", nameZh: "赵文琪" },
    ...{ legalName: "Lanxie Lighting", chineseName: "岚榭照明" },
  },
} as ApplicationDossier;

const drawn = (locale: Locale) =>
  [
    renderToStaticMarkup(createElement(PersonAnswers, { application, locale })),
    renderToStaticMarkup(createElement(OrganisationAnswers, { application, locale, joins: null })),
  ].map((html) => html.match(/Zhao|赵文琪|Lanxie Lighting|岚榭照明/gu));

test("a Chinese moderator reads the names in characters first, the others those in Latin letters", () => {
  expect(drawn("zh")).toEqual([
    ["赵文琪", "Zhao"],
    ["岚榭照明", "Lanxie Lighting"],
  ]);
  expect(drawn("fr")).toEqual([
    ["Zhao", "赵文琪"],
    ["Lanxie Lighting", "岚榭照明"],
  ]);
});
