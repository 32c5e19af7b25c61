import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LOCALES } from "@/lib/core/i18n/locales";
import type { EventPage } from "@/lib/events/queries";
import { EventProgramme } from "./event-programme";

const EVENT = {
  ...{ originalLocale: "fr", stale: {}, zone: "lyon", starts: "2031-10-15 08:30" },
  programme: { fr: "08:30–09:30 Accueil" },
} as unknown as EventPage;

test.each(LOCALES)(
  "in %s, no dot is left at the end of a line that breaks between clocks",
  (locale) => {
    const drawn = renderToStaticMarkup(createElement(EventProgramme, { event: EVENT, locale }));
    expect(drawn).not.toContain("·");
    // What is copied or read out keeps the two apart.
    expect(drawn.replace(/<[^>]*>/g, "")).toMatch(/08:30.*[)）] .*14:30.*[)）] Accueil/u);
  },
);
