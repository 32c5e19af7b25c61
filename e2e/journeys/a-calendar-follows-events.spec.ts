import ICAL from "ical.js";
import { transaction } from "@/db/client";
import { makeEvent } from "@/db/event-factory";
import { eventPeople } from "@/db/schema/events";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { expect, newMember, ORIGIN, signInAs, test } from "../world";

/** An event by invitation, to which one member is asked: 09:00 in Lyon on the day after clocks went forward. */
const invite = (memberId: string) =>
  transaction(async (tx) => {
    const event = await makeEvent(tx, [], {
      moderation: "published",
      audience: "invited",
      title: { fr: "Dîner du club", zh: "俱乐部晚宴" },
      starts: "2061-03-28 09:00",
      ends: "2061-03-28 10:00",
      startsAt: new Date("2061-03-28T07:00:00Z"),
      endsAt: new Date("2061-03-28T08:00:00Z"),
    });
    await tx.insert(eventPeople).values({ eventId: event.id, memberId, role: "invited" });
    return event;
  });

function readBack(text: string) {
  const [one, ...more] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
  expect(more).toEqual([]);
  const start = one?.getFirstPropertyValue("dtstart") as ICAL.Time;
  return [one?.getFirstPropertyValue("summary"), start.toJSDate().toISOString()];
}

function journey(locale: Locale, title: string) {
  test(`${locale}: an address of one's own is made, replaced and taken back`, async ({ page }) => {
    const member = await newMember(locale, "Situ", "Wan");
    const { slug } = await invite(member.memberId);
    await signInAs(page.context(), member.email);
    const t = getTranslator(locale, "accounts");
    const { request } = page.context();
    const address = page.locator("main .font-mono");
    const read = async (url: string) => {
      const answer = await request.get(url);
      return answer.status() === 200 ? readBack(await answer.text()) : answer.status();
    };
    const press = async (name: string) => {
      const folded = page.locator("summary", { hasText: name });
      if (await folded.count()) await folded.click();
      await page.getByRole("button", { name, exact: true }).click();
    };

    await page.goto(`/${locale}/account`);
    await page.getByRole("link", { name: t("calendar.manage") }).click();
    await expect(page.getByText(t("calendar.off"))).toBeVisible();
    await press(t("calendar.make"));
    await expect(page.getByText(t("calendar.freshTitle"))).toBeVisible();
    const first = (await address.textContent()) ?? "";
    expect(await read(first)).toEqual([title, "2061-03-28T07:00:00.000Z"]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);

    await press(t("calendar.again"));
    await expect(address).not.toHaveText(first);
    expect(await read(first)).toBe(404);
    const second = (await address.textContent()) ?? "";
    expect(await read(second)).toEqual([title, "2061-03-28T07:00:00.000Z"]);
    expect(await read(`/${locale}/events/${slug}/calendar.ics`)).toEqual([
      title,
      "2061-03-28T07:00:00.000Z",
    ]);

    await press(t("calendar.withdraw"));
    await expect(page.getByText(t("calendar.off"))).toBeVisible();
    await expect(address).toHaveCount(0);
    expect(await read(second)).toBe(404);
  });
}

test.use({ viewport: { width: 360, height: 740 } });

journey("fr", "Dîner du club");

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  journey("zh", "俱乐部晚宴");
});

test("visitors follow the public events alone, in their language", async ({ page }) => {
  const [open, closed] = await transaction(async (tx) => [
    await makeEvent(tx, [], { moderation: "published", title: { fr: "Ouvert", zh: "公开活动" } }),
    await makeEvent(tx, [], { moderation: "published", audience: "members" }),
  ]);
  const answer = await page.request.get("/zh/events/calendar.ics");
  expect(answer.headers()["content-type"]).toBe("text/calendar; charset=utf-8");
  const text = await answer.text();
  expect(text).toContain(`UID:${open?.id}`);
  expect(text).toContain("公开活动");
  expect(text).not.toContain(String(closed?.id));
  expect((await page.request.get(`/fr/events/${closed?.slug}/calendar.ics`)).status()).toBe(404);
  // Opened as a file it would be a copy that hears of no change.
  await page.goto("/zh/events");
  const t = getTranslator("zh", "events");
  await page.getByRole("link", { name: t("list.calendar") }).click();
  const address = `${ORIGIN}/zh/events/calendar.ics`;
  await expect(page.getByText(address, { exact: true })).toBeInViewport();
  const opened = page.getByRole("link", { name: t("list.openCalendar") });
  await expect(opened).toHaveAttribute("href", address.replace(/^https?/, "webcal"));
});
