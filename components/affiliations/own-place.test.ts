import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { OwnPlace } from "./own-place";

const viewer = { accountId: "a", memberId: "m", role: "member", status: "active" };
const me = { memberId: "m", role: "manager", isActive: true };
const act = async () => ({ status: "idle" });

function draw(locale: Locale, people: object[]): string {
  const roster = { id: "o", slug: "maison", people, own: { isMain: true, position: {} } };
  const actions = { setPosition: act, chooseMain: act, stepDown: act, leave: act };
  return renderToStaticMarkup(
    createElement(OwnPlace, { roster, viewer, locale, actions } as never),
  );
}

test.each(LOCALES)("whoever leaves last is led to delete what was a mistake, in %s", (locale) => {
  const t = getTranslator(locale, "affiliations");
  const alone = draw(locale, [me]);
  expect(alone).toContain(t("own.leaveOrRemove"));
  expect(alone).toContain(`href="/${locale}/organisations/maison/edit#remove"`);
  for (const role of ["manager", "person"]) {
    const other = { memberId: "n", role, isActive: true };
    expect(draw(locale, [me, other])).not.toContain("#remove");
  }
  expect(draw(locale, [{ ...me, role: "person" }])).not.toContain("#remove");
});
