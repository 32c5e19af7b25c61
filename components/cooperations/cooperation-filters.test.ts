import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { NO_FILTERS } from "@/lib/cooperations/cooperation-filters";
import { LOCALES } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { CooperationFilters } from "./cooperation-filters";

test.each(LOCALES)(
  "what opens the filters and what applies them differ in name, in %s",
  (locale) => {
    const drawn = renderToStaticMarkup(
      createElement(CooperationFilters, { places: [], filters: NO_FILTERS, locale }),
    );
    const t = getTranslator(locale, "ui");
    expect(drawn).toContain(`>${t("filters.apply")}</button>`);
    expect(drawn).not.toContain(`>${t("filters.fold")}</button>`);
  },
);
