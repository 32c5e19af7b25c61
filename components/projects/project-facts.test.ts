import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { getTranslator } from "@/lib/core/i18n/translator";
import { ProjectFacts } from "./project-facts";

const teaser = {
  ...{ slug: "soie", title: {}, teaser: {}, originalLocale: "zh", profileType: "business-offer" },
  ...{ progress: "seeking-partners", deadline: null, acceptingInterests: true, publishedAt: null },
} as never;

test("only a project that is online says whether it takes expressions of interest", () => {
  const draw = (isOnline: boolean) =>
    renderToStaticMarkup(
      createElement(ProjectFacts, {
        ...{ teaser, full: null, locale: "zh", isForMembers: true, isOnline },
      }),
    );
  const t = getTranslator("zh", "projects");
  expect(draw(true)).toContain(t("facts.acceptingInterests"));
  expect(draw(false)).not.toContain(t("facts.acceptingInterests"));
});
