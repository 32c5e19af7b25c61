import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { OwnApplication } from "@/lib/applications/queries";
import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { ReferencesFields } from "./references-fields";

const application = { answers: { sponsor: "", category: "" } } as Partial<OwnApplication>;

/** Each category that can be asked for, as it is drawn. */
const draw = (locale: Locale, fees?: Record<string, string>) =>
  renderToStaticMarkup(
    createElement(ReferencesFields, {
      ...{ application: application as OwnApplication, contact: "club@example.org", locale },
      ...(fees && { fees }),
    }),
  )
    .split('type="radio"')
    .slice(1);

test.each(LOCALES)("in %s who applies reads what a category pays beside it", (locale) => {
  const [active = "", ...others] = draw(locale, { active: "120 / 2026" });
  expect(active).toMatch(/[.。] ?120 \/ 2026</);
  expect(others.join("")).not.toContain("120 / 2026");
});

test("nothing is said where the club has set no fee", () => {
  expect(draw("fr").join("")).not.toContain("undefined");
  expect(draw("fr")[0]).toMatch(/\.</);
});
