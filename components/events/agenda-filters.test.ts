import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LOCALES } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { NO_FILTERS } from "@/lib/events/agenda-filters";
import { AgendaFilters } from "./agenda-filters";

test.each(LOCALES)(
  "what opens the filters and what applies them differ in name, in %s",
  (locale) => {
    const drawn = renderToStaticMarkup(
      createElement(AgendaFilters, { cities: [], filters: NO_FILTERS, locale }),
    );
    const t = getTranslator(locale, "ui");
    expect(drawn).toContain(`>${t("filters.apply")}</button>`);
    expect(drawn).not.toContain(`>${t("filters.fold")}</button>`);
  },
);
