import type { Browser, Page } from "@playwright/test";
import sharp from "sharp";
import { transaction } from "@/db/client";
import { makeProject, makeRoom } from "@/db/factories";
import { getTranslator } from "@/lib/core/i18n/translator";
import { open } from "../admission";
import { press } from "../applicant";
import { DEMO, expect, newMember, test } from "../world";

const ui = getTranslator("fr", "ui");
const alertOf = (page: Page) => page.locator("main [data-error-summary]");
const stage = (browser: Browser) => ({ browser, locale: "fr", javaScriptEnabled: true }) as const;

/** How many acts the page sends from now on. */
function countActs(page: Page): () => number {
  let sent = 0;
  page.on("request", (request) => {
    if (request.method() === "POST" && "next-action" in request.headers()) sent += 1;
  });
  return () => sent;
}

/** The network is back, and has been for longer than a form takes to notice. */
async function comeBack(page: Page) {
  await page.context().setOffline(false);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1000)));
}

test("what was changed since the network went is sent by its button alone", async ({ browser }) => {
  const lead = await newMember("fr", "Réseaucoupé", "Céleste");
  const project = await transaction(async (tx) => {
    const made = await makeProject(tx, lead.memberId ?? "", { moderation: "published" });
    await makeRoom(tx, made.id, [lead.memberId ?? ""]);
    return made;
  });
  const { context, page } = await open(stage(browser), lead.email);
  await page.goto(`/fr/projects/${project.slug}/room/discussion`);
  const text = page.locator('main [name="words"]');
  await text.fill("Qui réserve la salle");
  await context.setOffline(true);
  await press(page, getTranslator("fr", "rooms")("discussion.submit"));
  await expect(alertOf(page)).toContainText(ui("form.sentByItself"));
  const sent = countActs(page);
  await text.fill("Qui réserve la salle de Ningbo ?");
  await comeBack(page);
  expect(sent()).toBe(0);
  await alertOf(page)
    .getByRole("button", { name: ui("form.sendAgain") })
    .click();
  await page.waitForURL(/notice=roomMessagePosted/);
  await expect(page.getByText("Qui réserve la salle de Ningbo ?", { exact: true })).toHaveCount(1);
  await context.close();
});

test("a form without a key, which would mail twice, is never sent by itself", async ({
  browser,
}) => {
  const { context, page } = await open(stage(browser));
  await page.goto("/fr/forgotten-password");
  await page.locator('main [name="email"]').fill(`network-${crypto.randomUUID()}@example.org`);
  await context.setOffline(true);
  await press(page, getTranslator("fr", "accounts")("forgotten.submit"));
  await expect(alertOf(page)).toContainText(ui("form.notSent"));
  await expect(alertOf(page)).not.toContainText(ui("form.sentByItself"));
  const sent = countActs(page);
  await comeBack(page);
  expect(sent()).toBe(0);
  await alertOf(page)
    .getByRole("button", { name: ui("form.sendAgain") })
    .click();
  await expect(alertOf(page)).toHaveCount(0);
  expect(sent()).toBe(1);
  await context.close();
});

test("a password waits for the network with the rest of its form", async ({ browser }) => {
  const t = getTranslator("zh", "accounts");
  const { context, page } = await open({ browser, locale: "zh", javaScriptEnabled: true });
  await page.goto("/zh/sign-in");
  await page.locator('main [name="email"]').fill(DEMO.member);
  await page.locator('main [name="password"]').fill(DEMO.password);
  await context.setOffline(true);
  await press(page, t("signIn.submit"));
  await expect(alertOf(page)).toContainText(getTranslator("zh", "ui")("form.notSent"));
  await expect(page.locator('main [name="password"]')).toHaveValue(DEMO.password);
  await context.setOffline(false);
  await press(page, t("signIn.submit"));
  await page.waitForURL(/\/home/);
  await context.close();
});

test("a portrait waits for the network, and goes with the profile that is saved beside it", async ({
  browser,
}) => {
  const t = getTranslator("fr", "members");
  const member = await newMember("fr", "Réseaucoupé", "Maud");
  const { context, page } = await open(stage(browser), member.email);
  const create = { width: 320, height: 320, channels: 3, background: "#cf3a21" } as const;
  const buffer = await sharp({ create }).jpeg().toBuffer();
  await page.goto("/fr/account/profile");
  await page.locator("#portrait-file").setInputFiles({
    name: "Maud.jpg",
    mimeType: "image/jpeg",
    buffer,
  });
  await context.setOffline(true);
  await press(page, t("portrait.send"));
  await expect(page.getByText(ui("form.notSent"))).toBeInViewport();
  await context.setOffline(false);
  await page.locator('main [name="bio.fr"]').fill("J’achète de la fonte à Ningbo.");
  await press(page, t("profile.save"));
  await page.waitForURL(/\/members\//);
  await expect(page.getByText("J’achète de la fonte à Ningbo.").first()).toBeVisible();
  await expect(page.locator('main img[src*="/api/portraits/"]').first()).toBeVisible();
  await context.close();
});
