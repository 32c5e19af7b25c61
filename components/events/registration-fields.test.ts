import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LOCALES } from "@/lib/core/i18n/locales";
import { RegistrationFields } from "./registration-fields";

test.each(LOCALES)(
  "in %s, where one's name is shown is named: the form has a page of its own",
  (locale) => {
    const drawn = renderToStaticMarkup(
      createElement(RegistrationFields, { companionsMost: 0, locale }),
    );
    expect(drawn).not.toMatch(/cette page|this page|本页/);
  },
);
