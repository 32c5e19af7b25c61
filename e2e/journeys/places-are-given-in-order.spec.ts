import { transaction } from "@/db/client";
import { makeOrganisation } from "@/db/factories";
import { makeOpenEvent } from "@/db/registration-factory";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { mailSubject, open, type Stage } from "../admission";
import { press } from "../applicant";
import { expect, newMember, nextMail, test } from "../world";

/** An event with one place, kept by a member. */
async function oneSeat(locale: Locale) {
  const title = `Salle ${crypto.randomUUID().slice(0, 8)}`;
  const keeper = await newMember(locale, "Qian", "Mei");
  const { slug } = await transaction(async (tx) => {
    const host = await makeOrganisation(tx, {}, [keeper]);
    return makeOpenEvent(tx, { capacity: 1, companionsMost: 2, title: { fr: title } }, [host.id]);
  });
  return { keeper, slug };
}

for (const [locale, javaScriptEnabled] of [
  ["zh", false],
  ["fr", true],
] as const) {
  test(`one place, two members, and who comes next (${locale})`, async ({ browser }) => {
    const t = getTranslator(locale, "events");
    const stage: Stage = { browser, locale, javaScriptEnabled };
    const { keeper, slug } = await oneSeat(locale);
    const [first, second] = [
      await newMember(locale, "Ouyang", "Lan"),
      await newMember(locale, "Bai", "Yu"),
    ];
    const [one, two] = [await open(stage, first.email), await open(stage, second.email)];
    const address = `/${locale}/events/${slug}`;

    await one.page.setViewportSize({ width: 360, height: 740 });
    await one.page.goto(address);
    await press(one.page, t("registration.register"));
    await expect(
      one.page.getByText(t("registration.own.confirmed")).filter({ visible: true }).first(),
    ).toBeVisible();
    expect(await one.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      360,
    );

    await two.page.goto(address);
    await press(two.page, t("registration.wait"));
    await expect(
      two.page.getByText(t("registration.own.waiting")).filter({ visible: true }).first(),
    ).toBeVisible();

    await one.page.getByText(t("registration.cancel"), { exact: true }).click();
    await press(one.page, t("registration.cancelConfirm"));
    await expect(
      one.page.getByText(t("registration.ended.cancelled")).filter({ visible: true }).first(),
    ).toBeVisible();

    await nextMail(second.email, mailSubject(locale, "eventSeatOffered"));
    await two.page.goto(address);
    await press(two.page, t("registration.take"));
    await expect(
      two.page.getByText(t("registration.own.confirmed")).filter({ visible: true }).first(),
    ).toBeVisible();

    const list = await open(stage, keeper.email);
    await list.page.goto(`${address}/registrations`);
    await expect(list.page.getByRole("row")).toHaveCount(2);
    await list.page.locator('[name="capacity"]').fill("0");
    await press(list.page, t("settings.save"));
    await expect(list.page.locator('[name="capacity"][aria-invalid="true"]')).toHaveValue("0");
    await list.page.locator('[name="capacity"]').fill("3");
    await press(list.page, t("settings.save"));
    await expect(list.page.locator('[name="capacity"]')).toHaveValue("3");
    const notices = getTranslator(locale, "notices");
    const isTold = (words: string) =>
      expect(list.page.getByText(words).filter({ visible: true }).first()).toBeVisible();
    await isTold(notices("saved"));

    await list.page.getByText(t("progress.toCancelled"), { exact: true }).click();
    await list.page.locator("#field-call-off-words").fill("La salle n’est plus libre.");
    await press(list.page, t("progress.cancelConfirm"));
    await isTold(notices("eventCancelled"));
    // Who was registered, and the heading: the first who gave up, the second whose place is no more.
    await expect(list.page.getByRole("row")).toHaveCount(3);
    await expect(list.page.getByRole("button", { name: t("settings.save") })).toHaveCount(0);
    await list.page.goto(address);
    await expect(list.page.getByRole("link", { name: t("page.calendar") })).toHaveCount(0);
    await expect(list.page.getByRole("blockquote")).toHaveText("La salle n’est plus libre.");
  });
}
