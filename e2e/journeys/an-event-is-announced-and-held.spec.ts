import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { query, transaction } from "@/db/client";
import { makeOrganisation } from "@/db/factories";
import { entries } from "@/db/schema/entries";
import { events } from "@/db/schema/events";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { REGISTRATION_TOLD } from "@/lib/events/registration-terms";
import { mailSubject, open, type Stage } from "../admission";
import { fillIn, linkIn, press } from "../applicant";
import { decideEntry } from "../project-steps";
import { expect, newMember, nextMail, test } from "../world";

const HOUR_MS = 3_600_000;

/** Three hours ago until an hour ago, whatever was announced. */
async function letItPass(slug: string): Promise<void> {
  const [event] = await query((db) =>
    db.select({ id: entries.id }).from(entries).where(eq(entries.slug, slug)),
  );
  if (!event) throw new Error("no such event");
  const [startsAt, endsAt] = [3, 1].map((hours) => new Date(Date.now() - hours * HOUR_MS));
  await query((db) => db.update(events).set({ startsAt, endsAt }).where(eq(events.id, event.id)));
}

const TEXTS = {
  fr: {
    title: "Payer en Chine",
    summary: "Trois moyens de paiement, leurs délais et leurs frais.",
  },
  zh: { title: "对华付款实务", summary: "三种支付方式的到账时间与费用。" },
} as const;

for (const [locale, javaScriptEnabled] of [
  ["fr", true],
  ["zh", false],
] as const satisfies [Locale, boolean][]) {
  test(`in ${locale}, ${javaScriptEnabled ? "with" : "without"} JavaScript: announced, joined, held, and what came of it`, async ({
    browser,
  }) => {
    test.setTimeout(240_000);
    const stage: Stage = { browser, locale, javaScriptEnabled };
    const t = getTranslator(locale, "events");
    const shared = getTranslator(locale, "entries");
    const title = `${TEXTS[locale].title} ${crypto.randomUUID().slice(0, 4)}`;
    const keeper = await newMember(locale, "Qian", "Mei");
    const guest = await newMember(locale, "Ouyang", "Lan");
    const partner = await newMember(locale, "Zheng", "Yu");
    const hosts = await hostsOf(keeper, partner);

    // Announced: an end before the start is told on its field, with what was written kept.
    const { page } = await open(stage, keeper.email);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`/${locale}/events`);
    await page.getByRole("link", { name: t("list.new") }).click();
    await fillIn(page, { title, hosts });
    await press(page, t("new.submit"));
    await page.waitForURL(/\/edit/);
    await fillIn(page, {
      eventKind: "breakfast",
      [`summary.${locale}`]: TEXTS[locale].summary,
      audience: "members",
    });
    await press(page, shared("editor.continue"));
    await page.waitForURL(/step=when/);
    await fillIn(page, { format: "in-person", place: "lyon-3", starts: "2031-10-15T08:00" });
    await fillIn(page, { ends: "2031-10-15T07:00" });
    await press(page, shared("editor.continue"));
    const late = getTranslator(locale, "errors")("endsTooSoon");
    await expect(page.getByText(late).first()).toBeVisible();
    await fillIn(page, { ends: "2031-10-15T10:00" });
    await press(page, shared("editor.continue"));
    await page.waitForURL(/step=programme/);
    await fillIn(page, { [`programme.${locale}`]: "08:00 Café 咖啡" });
    await press(page, shared("editor.continue"));
    await page.waitForURL(/step=check/);
    await press(page, t("editor.submit"));
    await page.waitForURL((url) => !url.pathname.endsWith("/edit"));
    const address = new URL(page.url()).pathname;
    await expect(page.getByText(t("hosts.asked"))).toBeVisible();

    await sayYes(stage, { keeper, partner, title, summary: TEXTS[locale].summary });
    await decideEntry(stage, title, "published");

    // Opened by who keeps it, with the places just typed; a member comes in two taps, on both clocks.
    await page.goto(`${address}/registrations`);
    await openWith(page, t, 3);
    const coming = await open(stage, guest.email);
    await coming.page.setViewportSize({ width: 360, height: 740 });
    await coming.page.goto(address);
    for (const clock of ["08:00", "14:00"]) {
      await expect(coming.page.getByText(clock).first()).toBeVisible();
    }
    await join(coming.page, stage, page);
    await coming.page.getByText(t("ticket.title")).click();
    await expect(coming.page.getByRole("img", { name: t("ticket.label") })).toBeVisible();
    const mail = await nextMail(guest.email, mailSubject(locale, "eventRegistered"));
    expect(linkIn(mail, /\/events\//)).toContain(address);

    // Held: ticked by name, closed, and one question to who came.
    await letItPass(address.split("/").at(-1) ?? "");
    await page.goto(address);
    await openDoor(page, t("door.title"));
    await page.getByRole("checkbox", { name: /Ouyang/ }).check();
    await press(page, t("door.save"));
    const present = t("door.present", { count: 1 });
    await expect(page.getByRole("heading", { name: present })).toBeVisible();
    await press(page, t("door.close"));
    const question = await nextMail(guest.email, mailSubject(locale, "eventAttended"));
    await coming.page.goto(linkIn(question, /\/after$/));
    await fillIn(coming.page, { outcome: "yes", words: "广交会 Canton" });
    await press(coming.page, t("after.send"));
    const said = getTranslator(locale, "notices")("outcomeSaid");
    await expect(coming.page.getByText(said).first()).toBeVisible();
    await expect(coming.page.locator('[name="words"]')).toHaveValue("广交会 Canton");
    await page.goto(`${address}/check-in`);
    await expect(page.getByText("广交会 Canton")).toBeVisible();
    await notePayment(page, address, locale);

    // What came of it: the experience begins with the event's title.
    await coming.page.getByRole("link", { name: t("after.writeButton") }).click();
    await expect(coming.page.locator('[name^="title"]').first()).toHaveValue(title);
  });
}

/** One button saves the places and opens; without it an event of three places took everybody. */
async function openWith(
  page: Page,
  t: ReturnType<typeof getTranslator<"events">>,
  capacity: number,
) {
  await page.locator('[name="capacity"]').fill(String(capacity));
  await page.locator('[name="price"]').fill("15");
  await press(page, t("progress.toOpen"));
  // Its form says so too; the notice above the page makes way for that.
  const told = page.getByText(t("progress.open")).filter({ visible: true });
  await expect(told.first()).toBeVisible();
  const places = t("registrations.takenOf", { taken: 0, capacity });
  await expect(page.getByText(places)).toBeVisible();
}

/** On the day it is the act of the event's page. */
async function openDoor(page: Page, name: string) {
  const door = page.getByRole("link", { name });
  await expect(door).toHaveClass(/button-primary/);
  await door.click();
}

/** Of who came, as the list opens once its door is closed; said beside its button. */
async function notePayment(page: Page, address: string, locale: Locale) {
  const t = getTranslator(locale, "events");
  await page.goto(`${address}/registrations`);
  await page.getByRole("button", { name: t("registrations.pay") }).click();
  await expect(page.getByRole("button", { name: t("registrations.unpay") })).toBeVisible();
  const told = page
    .locator('[id^="form-pay-"]')
    .getByText(getTranslator(locale, "notices")("saved"));
  await expect(told).toBeInViewport();
}

/** By the one button; what is to be said besides is said later, and whoever keeps the event reads it. */
async function join(page: Page, stage: Stage, keeper: Page) {
  const { locale } = stage;
  const t = getTranslator(locale, "events");
  const notices = getTranslator(locale, "notices");
  await press(page, t("registration.register"));
  const seen = page.getByText(t("registration.own.confirmed")).filter({ visible: true });
  await expect(seen.first()).toBeVisible();
  await isSaidInItsPart(stage, page, notices("eventRegistered"));
  await page.getByRole("link", { name: t("registration.change") }).click();
  await page.waitForURL(/\/register$/);
  await fillIn(page, { note: "Sans gluten 无麸质" });
  await page.locator('[name="isShown"]').check();
  await press(page, t("registration.saveChange"));
  await isSaidInItsPart(stage, page, notices("registrationChanged"));
  await expect(
    page.getByText(t("registration.own.confirmed")).filter({ visible: true }).first(),
  ).toBeVisible();
  await keeper.reload();
  await expect(keeper.getByText("Sans gluten 无麸质").first()).toBeVisible();
  await page.getByRole("link", { name: t("registration.change") }).click();
  await expect(page.locator('[name="note"]')).toHaveValue("Sans gluten 无麸质");
  await expect(page.locator('[name="isShown"]')).toBeChecked();
  await page.goBack();
}

/** In the part of the page where one registers, not above the title. */
async function isSaidInItsPart(stage: Stage, page: Page, words: string): Promise<void> {
  const told = page.locator(`#${REGISTRATION_TOLD}`);
  await expect(told).toContainText(words);
  await expect(told).toBeInViewport();
  if (stage.javaScriptEnabled) await expect(told).toBeFocused();
  await expect(page.getByText(words).filter({ visible: true })).toHaveCount(1);
}

type Asked = {
  keeper: { email: string };
  partner: { email: string };
  title: string;
  summary: string;
};

/** An organisation is named once those who manage it say yes: asked by mail, and told no more than they must know. */
async function sayYes(stage: Stage, { keeper, partner, title, summary }: Asked): Promise<void> {
  const { locale } = stage;
  const t = getTranslator(locale, "events");
  const asking = await nextMail(partner.email, mailSubject(locale, "eventHostAsked"));
  const { page: host } = await open(stage, partner.email);
  await host.setViewportSize({ width: 360, height: 740 });
  await host.goto(linkIn(asking, /\/events\//));
  await expect(host.getByText(summary)).toBeVisible();
  await expect(host.getByText("Café 咖啡")).toBeHidden();
  await press(host, t("hosts.agree"));
  await expect(host.getByText(getTranslator(locale, "notices")("hostAgreed"))).toBeVisible();
  await expect(host.getByText("Café 咖啡")).toBeVisible();
  await nextMail(keeper.email, title);
}

/** The addresses of two organisations, of which each manages one. */
const hostsOf = (...people: { memberId: string }[]) =>
  transaction(async (tx) => {
    const made: string[] = [];
    for (const one of people) {
      const { slug } = await makeOrganisation(tx, { visibility: "public" }, [one]);
      made.push(`http://localhost/fr/organisations/${slug}`);
    }
    return made.join("\n");
  });
