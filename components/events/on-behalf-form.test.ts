import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LOCALES } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { KeptEvent } from "@/lib/events/registrations.queries";
import { OnBehalfForm } from "./on-behalf-form";

const EVENT = {
  ...{ id: "e1", slug: "payer-en-chine", version: 1, title: {}, originalLocale: "fr" },
  ...{ moderation: "published", isHidden: false, progress: "open", cancelledWords: null },
  ...{ format: "in-person", zone: "lyon", startsAt: new Date("2031-10-15T06:00:00Z") },
  ...{ endsAt: new Date("2031-10-15T08:00:00Z"), closes: null, closesAt: null },
  ...{ capacity: 2, price: null, needsApproval: false, companionsMost: 0, onlineUrl: null },
  taken: 1,
} as const satisfies KeptEvent;

test.each(LOCALES)(
  "in %s, a keeper is asked for what the event allows, and told what comes of it",
  (locale) => {
    const t = getTranslator(locale, "events");
    const drawn = (more: Partial<KeptEvent> = {}) =>
      renderToStaticMarkup(
        createElement(OnBehalfForm, {
          action: async () => ({ status: "idle" as const }),
          event: { ...EVENT, ...more },
          locale,
          now: new Date("2031-10-01T00:00:00Z"),
        }),
      );
    const [full, shut] = [t("registrations.onBehalf.full"), t("registrations.onBehalf.shut")];
    expect(drawn()).toContain('name="person"');
    expect(drawn()).not.toContain('name="companions"');
    expect(drawn({ companionsMost: 2 })).toContain('name="companions"');
    expect(drawn()).not.toContain(full);
    expect(drawn({ taken: 2 })).toContain(full);
    for (const closed of [{ progress: "closed" as const }, { closesAt: new Date("2031-09-30") }]) {
      expect(drawn(closed)).toContain(shut);
      expect(drawn(closed)).not.toContain("<form");
    }
  },
);
