import type { Page } from "@playwright/test";
import { transaction } from "@/db/client";
import { makeOrganisation } from "@/db/factories";
import { makeOpenEvent } from "@/db/registration-factory";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { mailSubject, open, type Stage } from "../admission";
import { fillIn, linkIn, press } from "../applicant";
import { expect, newMember, nextMail, test } from "../world";

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);
const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** An event for everybody with one place, and who keeps it. */
async function announced(locale: Locale) {
  const keeper = await newMember(locale, "Qian", "Mei");
  const title = `${locale === "fr" ? "Payer en Chine" : "对华付款实务"} ${crypto.randomUUID().slice(0, 4)}`;
  const { slug } = await transaction(async (tx) => {
    const host = await makeOrganisation(tx, { visibility: "public" }, [keeper]);
    const when = { startsAt: inDays(20), endsAt: inDays(21) };
    const values = { audience: "public", capacity: 1, companionsMost: 2, ...when } as const;
    const texts = { title: { [locale]: title }, originalLocale: locale };
    return makeOpenEvent(tx, { ...values, ...texts, publishedAt: new Date() }, [host.id]);
  });
  return { keeper, title, address: `/${locale}/events/${slug}` };
}

/** Puts right by what name a guest comes, from their page on. */
async function rename(page: Page, locale: Locale, was: string, name: string): Promise<void> {
  const t = getTranslator(locale, "events");
  await page.getByRole("link", { name: t("registration.change") }).click();
  await expect(page.locator('[name="name"]')).toHaveValue(was);
  await page.locator('[name="name"]').fill(name);
  await press(page, t("registration.saveChange"));
  await expect(page.getByText(name).first()).toBeVisible();
}

for (const [locale, javaScriptEnabled] of [
  ["fr", true],
  ["zh", false],
] as const satisfies [Locale, boolean][]) {
  test(`in ${locale}, ${javaScriptEnabled ? "with" : "without"} JavaScript: asked, confirmed by mail, revoked by link, and the next is offered`, async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    const stage: Stage = { browser, locale, javaScriptEnabled };
    const t = getTranslator(locale, "events");
    const { keeper, address } = await announced(locale);
    const run = crypto.randomUUID().slice(0, 8);
    const first = { email: `guest-${run}@example.org`, name: `Ouyang Lan ${run}` };
    const second = { email: `next-${run}@example.org`, name: `Estelle ${run}` };
    const { page } = await open(stage);
    await page.setViewportSize({ width: 360, height: 740 });

    const ask = async ({ email, name }: typeof first, more = {}) => {
      await page.goto(address);
      await page.getByRole("link", { name: t("guest.open") }).click();
      await fillIn(page, { name, email, ...more });
      await press(page, t("guest.submit"));
      await expect(heading(page)).toHaveText(t("guest.sentTitle"));
      const mail = await nextMail(email, mailSubject(locale, "eventGuestAsked"));
      return linkIn(mail, new RegExp(`/${locale}/guest`));
    };

    // A line that names nobody is told on its field, with what was typed kept; three looks at the link register nobody.
    await page.goto(`${address}/guest`);
    await fillIn(page, { name: first.name, email: first.email, companions: "?" });
    await press(page, t("guest.submit"));
    const nameless = getTranslator(locale, "errors")("companionNameless", { line: 1 });
    await expect(page.getByText(nameless).first()).toBeVisible();
    await expect(page.locator('[name="email"]')).toHaveValue(first.email);
    const link = await ask(first);
    for (let scan = 0; scan < 3; scan += 1) {
      const answer = await page.request.get(link);
      expect([answer.status(), answer.headers()["cache-control"]]).toEqual([
        200,
        expect.stringContaining("no-store"),
      ]);
    }
    await page.goto(link);
    await expect(heading(page)).toHaveText(t("guest.confirmTitle"));
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
    await expect(page.locator('meta[name="referrer"]')).toHaveAttribute("content", "same-origin");
    await press(page, t("guest.confirm"));
    await expect(page.getByText(t("registration.own.confirmed")).first()).toBeVisible();
    await page.getByText(t("ticket.title")).click();
    await expect(page.getByRole("img", { name: t("ticket.label") })).toBeVisible();
    const told = await nextMail(first.email, mailSubject(locale, "eventRegistered"));
    expect(linkIn(told, new RegExp(`/${locale}/guest`))).toContain("token=");

    // Full: the next waits, and asking again for an address that is there leads to what it has.
    await page.goto(await ask(second));
    await press(page, t("guest.confirm"));
    await expect(page.getByText(t("registration.own.waiting")).first()).toBeVisible();

    // In the keeper's list by name and address, marked as a guest.
    const kept = await open(stage, keeper.email);
    await kept.page.goto(`${address}/registrations`);
    await expect(kept.page.getByText(t("guest.called", { name: first.name }))).toBeVisible();
    await expect(kept.page.getByRole("link", { name: first.email })).toBeVisible();

    // A name that was misspelt is put right by the link.
    await page.goto(link);
    await rename(page, locale, first.name, `${first.name} Zöla`);
    await kept.page.reload();
    await expect(
      kept.page.getByText(t("guest.called", { name: `${first.name} Zöla` })),
    ).toBeVisible();

    // Revoked by the link of the first letter: gone, and the next is offered the place, and takes it.
    await page.goto(link);
    await page.getByText(t("registration.cancel")).click();
    await press(page, t("registration.cancelConfirm"));
    await expect(page.getByText(t("registration.ended.cancelled")).first()).toBeVisible();
    const offer = await nextMail(second.email, mailSubject(locale, "eventSeatOffered"));
    await page.goto(linkIn(offer, new RegExp(`/${locale}/guest`)));
    await press(page, t("registration.take"));
    await expect(page.getByText(t("registration.own.confirmed")).first()).toBeVisible();
    await kept.page.reload();
    await expect(kept.page.getByText(t("guest.called", { name: second.name }))).toBeVisible();
    await expect(kept.page.getByText(first.name)).toHaveCount(0);

    // A link that this portal has not made says what to do next.
    await page.goto(`/${locale}/guest?token=${"A".repeat(60)}`);
    await expect(heading(page)).toHaveText(t("guest.pageTitle"));
    await expect(page.getByText(getTranslator(locale, "errors")("guestLinkOver"))).toBeVisible();
  });
}
