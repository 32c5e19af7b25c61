import type { BrowserContext, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { query, transaction } from "@/db/client";
import { makeActivity } from "@/db/factories";
import { members } from "@/db/schema/members";
import { getTranslator } from "@/lib/core/i18n/translator";
import { open } from "../admission";
import { press } from "../applicant";
import { expect, newMember, ORIGIN, signInAs, test } from "../world";

const OF_A_BUILD_BEFORE = "60".padEnd(42, "a");
const t = getTranslator("fr", "members");
const errors = getTranslator("fr", "errors");
const ui = getTranslator("fr", "ui");

const alertOf = (page: Page) => page.locator("main").getByRole("alert").filter({ visible: true });

async function familyName(memberId: string | null) {
  const [row] = await query((db) =>
    db
      .select({ name: members.familyName })
      .from(members)
      .where(eq(members.id, memberId ?? "")),
  );
  return row?.name;
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";

  test(`a form opened by one member and sent as the next changes nothing (${how} JavaScript)`, async ({
    browser,
  }) => {
    const first = await newMember("fr", "Premièrelectrice", "Agathe");
    const second = await newMember("fr", "Secondlecteur", "Basile");
    const stage = { browser, locale: "fr", javaScriptEnabled } as const;
    const { context, page } = await open(stage, first.email);
    await page.goto("/fr/account/profile");
    const field = page.locator('main [name="familyName"]');
    await field.fill("Premièrelectrice-Durand");

    const other = await context.newPage();
    await leave(other);
    await signInAs(context, second.email);

    await press(page, t("profile.save"));
    const refusal = alertOf(page).first();
    await expect(refusal).toContainText(errors("otherReader", { name: "Basile Secondlecteur" }));
    await expect(field).toHaveValue("Premièrelectrice-Durand");
    // Sent once more it is refused once more, also where the page was drawn again for the second.
    await press(page, t("profile.save"));
    await expect(refusal).toContainText("Basile Secondlecteur");
    expect(await familyName(second.memberId)).toBe("Secondlecteur");
    expect(await familyName(first.memberId)).toBe("Premièrelectrice");

    await signInAs(context, first.email);
    await press(page, t("profile.save"));
    await expect.poll(() => familyName(first.memberId)).toBe("Premièrelectrice-Durand");
    await context.close();
  });

  test(`a form whose action an update took away keeps its text (${how} JavaScript)`, async ({
    browser,
  }) => {
    const member = await newMember("fr", "Misàjour", "Odile");
    const stage = { browser, locale: "fr", javaScriptEnabled } as const;
    const { context, page } = await open(stage, member.email);
    await page.goto("/fr/account/profile");
    await ageBuild(page, javaScriptEnabled);
    const field = page.locator('main [name="familyName"]');
    await field.fill("Misàjour de Fontaine");
    await press(page, t("profile.save"));
    if (javaScriptEnabled) {
      await expect(alertOf(page).first()).toContainText(ui("form.outdated"));
      await expect(field).toHaveValue("Misàjour de Fontaine");
    } else {
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(/mis à jour/);
      await expect(page.locator("textarea").first()).toHaveValue("Misàjour de Fontaine");
      await page.getByRole("link", { name: "Rouvrir le formulaire" }).click();
      await expect(field).toHaveValue("Misàjour");
    }
    expect(await familyName(member.memberId)).toBe("Misàjour");
    await context.close();
  });
}

test("without JavaScript the text comes back although its page does not exist for the next member", async ({
  browser,
}) => {
  const first = await newMember("fr", "Premièreplume", "Agathe");
  const second = await newMember("fr", "Secondeplume", "Basile");
  const activity = await transaction((tx) => makeActivity(tx, first.memberId ?? ""));
  const stage = { browser, locale: "fr", javaScriptEnabled: false } as const;
  const { context, page } = await open(stage, first.email);
  await page.goto(`/fr/activities/${activity.slug}/edit`);
  await page.locator('[name="title.fr"]').fill("Achats de fonte à Ningbo");
  await signInAs(context, second.email);
  await press(page, getTranslator("fr", "activities")("form.save"));
  const refusal = alertOf(page).first();
  await expect(refusal).toContainText(errors("otherReader", { name: "Basile Secondeplume" }));
  await expect(refusal).toContainText("Achats de fonte à Ningbo");
  await context.close();
});

test("without JavaScript the text comes back although the session has ended", async ({
  browser,
}) => {
  const member = await newMember("fr", "Sessionfinie", "Agathe");
  const stage = { browser, locale: "fr", javaScriptEnabled: false } as const;
  const { context, page } = await open(stage, member.email);
  await page.goto("/fr/account/profile");
  await page.locator('main [name="familyName"]').fill("Sessionfinie de Fontaine");
  await context.clearCookies();
  await press(page, t("profile.save"));
  await expect(alertOf(page).first()).toContainText(errors("signInFirst"));
  await expect(alertOf(page).first()).toContainText("Sessionfinie de Fontaine");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    getTranslator("fr", "accounts")("signIn.title"),
  );
  await context.close();
});

/** Signs out on a page of its own, then goes back in its history: nothing of the member is shown. */
async function leave(page: Page) {
  await page.goto("/fr/account");
  const name = page.getByText("Premièrelectrice").first();
  await expect(name).toBeAttached();
  await page.locator("header summary").last().click();
  const answer = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: getTranslator("fr", "shell")("menu.signOut") }).click();
  expect((await (await answer).allHeaders())["clear-site-data"]).toBe('"cache", "storage"');
  await expect(page.getByText(getTranslator("fr", "notices")("signedOut"))).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByText("Premièrelectrice")).toHaveCount(0);
}

test("who signs out without a network reads that they may still be signed in", async ({
  browser,
}) => {
  const shell = getTranslator("fr", "shell");
  const member = await newMember("fr", "Sessionouverte", "Agathe");
  const { context, page } = await open(
    { browser, locale: "fr", javaScriptEnabled: true },
    member.email,
  );
  await page.goto("/fr/account");
  await page.locator("header summary").last().click();
  await context.setOffline(true);
  await page.getByRole("button", { name: shell("menu.signOut") }).click();
  const alert = page.locator("header").getByRole("alert");
  await expect(alert).toContainText(shell("signOut.title"));
  await expect(alert).toContainText(shell("signOut.notSent"));
  await context.setOffline(false);
  await alert.getByRole("button", { name: shell("signOut.sendAgain") }).click();
  await expect(page.getByText(getTranslator("fr", "notices")("signedOut"))).toBeVisible();
  await context.close();
});

/** Makes the page's form name an action that this build does not have. */
async function ageBuild(page: Page, javaScriptEnabled: boolean) {
  if (javaScriptEnabled) {
    await page.route("**/account/profile", (route) =>
      route.request().method() === "POST"
        ? route.continue({
            headers: { ...route.request().headers(), "next-action": OF_A_BUILD_BEFORE },
          })
        : route.continue(),
    );
    return;
  }
  await page
    .locator('main [name$=":0"]')
    .first()
    .evaluate((input: HTMLInputElement, id) => {
      input.value = JSON.stringify({ ...JSON.parse(input.value), id });
    }, OF_A_BUILD_BEFORE);
}

test("a crafted address makes no page say that something was done", async ({ page, context }) => {
  const member = await newMember("fr", "Lienforgé", "Odile");
  await signInAs(context, member.email);
  for (const code of ["signedOut", "projectWithdrawn", "passwordChanged"]) {
    await page.goto(`/fr/account?notice=${code}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("[data-page-notice]")).toHaveCount(0);
  }
});

test("a member who turns pages of people too fast is told to wait, by page and by data", async ({
  context,
}) => {
  const member = await newMember("fr", "Troprapide", "Odile");
  await signInAs(context, member.email);
  await spendAll(context);
  for (const [path, accept] of [
    ["/fr/members", "text/html"],
    ["/fr/organisations/institut-saone-orient/people", "text/html"],
    ["/fr/members/agathe-vernoux", "text/html"],
    ["/fr/members/agathe-vernoux/card", "text/html"],
    ["/api/members?locale=fr", "application/json"],
    ["/api/members/agathe-vernoux/vcard?locale=fr", "text/vcard"],
  ] as const) {
    const answer = await context.request.get(path, { headers: { accept } });
    expect(answer.status(), path).toBe(429);
    expect(Number(answer.headers()["retry-after"]), path).toBeGreaterThan(0);
    expect(await answer.text(), path).not.toContain("Vernoux");
  }
});

async function spendAll(context: BrowserContext) {
  const ask = () => context.request.get(`${ORIGIN}/api/members?locale=fr`);
  for (let turn = 0; turn < 31; turn++) {
    const answers = await Promise.all(Array.from({ length: 10 }, ask));
    if (answers.some((answer) => answer.status() === 429)) return;
  }
}
