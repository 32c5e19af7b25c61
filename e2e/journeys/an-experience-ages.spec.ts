import { eq, sql } from "drizzle-orm";
import { query, transaction } from "@/db/client";
import { makeExperience } from "@/db/experience-factory";
import { experiences } from "@/db/schema/experiences";
import { experienceOpinions } from "@/db/schema/opinions";
import { today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { open, type Stage } from "../admission";
import { press } from "../applicant";
import { decideEntry } from "../project-steps";
import { expect, newMember, nextNotice, test } from "../world";

const THIS_YEAR = Number(today().slice(0, 4));

const SAID: Record<"fr" | "zh", Record<"short" | "endorsed" | "contradicted", string>> = {
  fr: {
    short: "Oui",
    endorsed: "Nous avons vécu la même chose à Changzhou en 2024.",
    contradicted: "L’attestation fiscale se demande désormais en ligne.",
  },
  zh: {
    short: "是。",
    endorsed: "我们在常州也有同样的经历。",
    contradicted: "完税证明现在可以在线办理。",
  },
};

/** As two years later: what was confirmed, and what was said, is so much older. */
async function letTwoYearsPass(id: string) {
  await query((db) =>
    db
      .update(experiences)
      .set({ confirmedAt: sql`${experiences.confirmedAt} - interval '2 years'` })
      .where(eq(experiences.id, id)),
  );
  await query((db) =>
    db
      .update(experienceOpinions)
      .set({ createdAt: sql`${experienceOpinions.createdAt} - interval '2 years'` })
      .where(eq(experienceOpinions.entryId, id)),
  );
}

for (const [locale, javaScriptEnabled] of [
  ["fr", true],
  ["zh", false],
] as const satisfies [Locale, boolean][]) {
  test(`in ${locale}, ${javaScriptEnabled ? "with" : "without"} JavaScript: published, endorsed, contradicted, confirmed`, async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    const stage: Stage = { browser, locale, javaScriptEnabled };
    const t = getTranslator(locale, "opinions");
    const errors = getTranslator(locale, "errors");
    const said = SAID[locale];
    const author = await newMember(locale, "Situ", "Hui");
    const friend = await newMember(locale, "Vauzelle", "Anne");
    const critic = await newMember(locale, "Ouyang", "Nana");
    const title = `${locale === "zh" ? "转让子公司" : "Céder une filiale"} ${crypto.randomUUID().slice(0, 4)}`;
    const { id, slug } = await transaction((tx) =>
      makeExperience(tx, author.memberId, {
        ...{ moderation: "submitted", ownerLevel: "members", originalLocale: locale },
        ...{ title: { [locale]: title }, advice: { [locale]: title }, story: { [locale]: title } },
      }),
    );
    const address = `/${locale}/experiences/${slug}`;
    await decideEntry(stage, title, "published");

    const first = await open(stage, friend.email);
    await first.page.setViewportSize({ width: 360, height: 740 });
    await first.page.goto(address);
    const confirmed = t("standing.confirmed", { year: String(THIS_YEAR) });
    await expect(first.page.getByText(confirmed)).toBeVisible();
    await first.page.getByText(t("endorse"), { exact: true }).click();
    const words = first.page.locator("form", { hasText: t("endorseWords") }).locator("textarea");
    await words.fill(said.short);
    await press(first.page, t("send"));
    await expect(first.page.locator('[aria-invalid="true"]')).toHaveValue(said.short);
    await words.fill(said.endorsed);
    await press(first.page, t("send"));
    await expect(first.page.locator("article article", { hasText: said.endorsed })).toContainText(
      getTranslator(locale, "entries")("questions.you"),
    );
    await expect(first.page.getByText(t("send"), { exact: true })).toHaveCount(0);
    expect(
      await first.page.evaluate(() => document.documentElement.scrollWidth),
    ).toBeLessThanOrEqual(360);
    await nextNotice(author.email, "experienceEndorsed");

    const second = await open(stage, critic.email);
    await second.page.goto(address);
    await expect(second.page.getByRole("link", { name: /Vauzelle/ }).first()).toBeVisible();
    await second.page.getByText(t("contradict"), { exact: true }).click();
    const report = second.page.locator("form", { hasText: t("contradictWords") });
    await report.locator('[name="sinceYear"]').fill(String(THIS_YEAR + 1));
    await report.locator("textarea").fill(said.contradicted);
    await press(second.page, t("report"));
    const tooFar = errors("yearTooFar", { latest: String(THIS_YEAR) });
    await expect(second.page.getByText(tooFar).first()).toBeVisible();
    await expect(report.locator("textarea")).toHaveValue(said.contradicted);
    await report.locator('[name="sinceYear"]').fill(String(THIS_YEAR));
    await press(second.page, t("report"));
    // Not where it was typed: that is on the page before it was sent.
    await expect(
      second.page.locator("article article", { hasText: said.contradicted }),
    ).toBeVisible();

    const own = await open(stage, author.email);
    await own.page.goto(address);
    const contradicted = t("standing.contradictedBy", { name: "Nana Ouyang", year: THIS_YEAR });
    await expect(own.page.getByText(contradicted)).toBeVisible();
    await expect(own.page.getByText(t("endorse"), { exact: true })).toHaveCount(0);

    await letTwoYearsPass(id);
    await own.page.goto(address);
    await expect(own.page.getByText(contradicted)).toBeVisible();
    await press(own.page, t("standing.confirm"));
    await expect(own.page.getByText(confirmed)).toBeVisible();
    await first.page.goto(address);
    await expect(first.page.getByText(confirmed)).toBeVisible();
    await expect(first.page.getByText(said.contradicted)).toBeVisible();
    await press(first.page, t("withdraw"));
    await expect(first.page.getByText(said.endorsed)).toHaveCount(0);
    await letTwoYearsPass(id);
    await first.page.goto(address);
    const old = t("standing.unconfirmed", { year: String(THIS_YEAR - 2) });
    await expect(first.page.getByText(old)).toBeVisible();
  });
}
