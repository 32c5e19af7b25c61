import type { Page, Request } from "@playwright/test";
import { and, count, eq } from "drizzle-orm";
import { query, transaction } from "@/db/client";
import { makeProject, makeRoom } from "@/db/factories";
import { applications } from "@/db/schema/applications";
import { auditEvents } from "@/db/schema/audit";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { begin, open } from "../admission";
import { press } from "../applicant";
import { expect, newMember, test } from "../world";

const WORDS = "Nous partageons nos commandes de fonte deux fois par an avec trois ateliers. ";

/** A form that stands open, what is typed in it, and what its act writes into the trail. */
type Opened = {
  page: Page;
  locale: Locale;
  field: string;
  words: string;
  button: string;
  event: string;
  subjectId?: string;
  actorId?: string;
  /** Where the success leads. */
  leadsTo: RegExp;
};

type Form = (browser: Parameters<typeof open>[0]["browser"]) => Promise<Opened>;

const stageOf = (browser: Parameters<Form>[0], locale: Locale) =>
  ({ browser, locale, javaScriptEnabled: true }) as const;

const anApplicationStep: Form = async (browser) => {
  const locale = "zh";
  const { page } = await open(stageOf(browser, locale));
  const email = `network-${crypto.randomUUID()}@example.org`;
  await begin(page, locale, email);
  const [row] = await query((db) =>
    db.select({ id: applications.id }).from(applications).where(eq(applications.email, email)),
  );
  await page.goto(`/${locale}/apply/references`);
  await page
    .locator('main select[name="category"], main [name="category"]')
    .first()
    .evaluate((one) => {
      if (one instanceof HTMLSelectElement) one.selectedIndex = 1;
      else (one as HTMLInputElement).checked = true;
    });
  return {
    page,
    locale,
    field: "sponsor",
    words: "吴佳绫（里昂）",
    button: getTranslator(locale, "applications")("form.continue"),
    event: "application.saved",
    subjectId: row?.id,
    leadsTo: /\/apply\/(?!references)/,
  };
};

const aProfile: Form = async (browser) => {
  const member = await newMember("fr", "Réseaucoupé", "Odile");
  const { page } = await open(stageOf(browser, "fr"), member.email);
  await page.goto("/fr/account/profile");
  return {
    page,
    locale: "fr",
    field: "bio.fr",
    words: WORDS,
    button: getTranslator("fr", "members")("profile.save"),
    event: "member.saved",
    subjectId: member.memberId ?? "",
    leadsTo: /\/members\//,
  };
};

const aProjectEditor: Form = async (browser) => {
  const member = await newMember("fr", "Réseaucoupé", "Paul");
  const project = await transaction((tx) => makeProject(tx, member.memberId ?? ""));
  const { page } = await open(stageOf(browser, "fr"), member.email);
  await page.goto(`/fr/projects/${project.slug}/edit?step=text`);
  return {
    page,
    locale: "fr",
    field: "summary.fr",
    words: WORDS,
    button: getTranslator("fr", "entries")("editor.continue"),
    event: "project.saved",
    subjectId: project.id,
    leadsTo: /step=partner/,
  };
};

const anInterest: Form = async (browser) => {
  const [owner, sender] = [
    await newMember("fr", "Réseaucoupé", "Agathe"),
    await newMember("fr", "Réseaucoupé", "Basile"),
  ];
  const project = await transaction((tx) =>
    makeProject(tx, owner.memberId ?? "", {
      moderation: "published",
      progress: "seeking-partners",
      publishedAt: new Date(),
    }),
  );
  const { page } = await open(stageOf(browser, "fr"), sender.email);
  await page.goto(`/fr/projects/${project.slug}/interest`);
  return {
    page,
    locale: "fr",
    field: "cooperation",
    words: WORDS.repeat(3),
    button: getTranslator("fr", "interests")("form.send"),
    event: "interest.sent",
    actorId: sender.accountId,
    leadsTo: /\/(interests|exchanges)\//,
  };
};

const aMessage: Form = async (browser) => {
  const [lead, partner] = [
    await newMember("fr", "Réseaucoupé", "Claire"),
    await newMember("fr", "Réseaucoupé", "Denis"),
  ];
  const ids = [lead, partner].map(({ memberId }) => memberId ?? "");
  const project = await transaction(async (tx) => {
    const made = await makeProject(tx, ids[0] ?? "", { moderation: "published" });
    await makeRoom(tx, made.id, ids);
    return made;
  });
  const { page } = await open(stageOf(browser, "fr"), lead.email);
  await page.goto(`/fr/projects/${project.slug}/room/discussion`);
  return {
    page,
    locale: "fr",
    field: "words",
    words: WORDS,
    button: getTranslator("fr", "rooms")("discussion.submit"),
    event: "room.message-posted",
    actorId: lead.accountId,
    leadsTo: /notice=roomMessagePosted/,
  };
};

const FORMS: Record<string, Form> = {
  "an application's page": anApplicationStep,
  "a profile": aProfile,
  "a project's editor": aProjectEditor,
  "an interest": anInterest,
  "a message in a room": aMessage,
};

async function countEvents({ event, subjectId, actorId }: Opened, since: number): Promise<number> {
  const [row] = await query((db) =>
    db
      .select({ written: count() })
      .from(auditEvents)
      .where(
        and(
          eq(auditEvents.name, event),
          subjectId ? eq(auditEvents.subjectId, subjectId) : undefined,
          actorId ? eq(auditEvents.actorId, actorId) : undefined,
        ),
      ),
  );
  return (row?.written ?? 0) - since;
}

/** A call of a server action, and not the beacon or the sign-in of another part of the page. */
const isAct = (request: Request) =>
  request.method() === "POST" && "next-action" in request.headers();

/** The server does the first act; its answer is lost on the way. */
async function loseFirstAnswer(page: Page): Promise<{ done: () => boolean }> {
  let isDone = false;
  await page.route("**/*", async (route) => {
    const request = route.request();
    if (isDone || !isAct(request)) return route.fallback();
    isDone = true;
    await route.fetch({ maxRedirects: 0 });
    await route.abort("connectionreset");
  });
  return { done: () => isDone };
}

const alertOf = (page: Page) => page.locator("main [data-error-summary]");

for (const [name, form] of Object.entries(FORMS)) {
  test(`${name}: the text stays, and is sent once when the network is back`, async ({
    browser,
  }) => {
    const opened = await form(browser);
    const { page, field, words } = opened;
    const ui = getTranslator(opened.locale, "ui");
    const before = await countEvents(opened, 0);
    const text = page.locator(`main [name="${field}"]`).first();
    await text.fill(words);

    // Done by the server, and nobody heard of it.
    const lost = await loseFirstAnswer(page);
    await press(page, opened.button);
    await expect(alertOf(page)).toContainText(ui("form.notSentTitle"));
    await expect(alertOf(page)).toContainText(ui("form.notSent"));
    expect(lost.done()).toBe(true);
    await expect(text).toHaveValue(words);
    expect(await countEvents(opened, before)).toBe(1);

    // Sent again without a network: still there.
    await page.context().setOffline(true);
    await alertOf(page)
      .getByRole("button", { name: ui("form.sendAgain") })
      .click();
    await expect(alertOf(page)).toContainText(ui("form.notSent"));
    await expect(text).toHaveValue(words);

    // The network is back: it goes by itself, and had been done already.
    await page.context().setOffline(false);
    await page.waitForURL(opened.leadsTo);
    await expect(alertOf(page)).toHaveCount(0);
    expect(await countEvents(opened, before)).toBe(1);
    await page.context().close();
  });
}

test("a network that comes back before the last sending has failed is not missed", async ({
  browser,
}) => {
  const opened = await aProfile(browser);
  const { page, field, words } = opened;
  const notSent = getTranslator("fr", "ui")("form.notSent");
  await page.locator(`main [name="${field}"]`).fill(words);
  let asked = 0;
  await page.route("**/*", async (route) => {
    if (!isAct(route.request())) return route.fallback();
    asked += 1;
    if (asked > 2) return route.fallback();
    // The second fails after the browser has said that it is back.
    if (asked === 2) await page.evaluate(() => window.dispatchEvent(new Event("online")));
    await route.abort("internetdisconnected");
  });
  await press(page, opened.button);
  await expect(alertOf(page)).toContainText(notSent);
  await alertOf(page)
    .getByRole("button", { name: getTranslator("fr", "ui")("form.sendAgain") })
    .click();
  await page.waitForURL(opened.leadsTo);
  expect([asked, await countEvents(opened, 0)]).toEqual([3, 1]);
  await page.context().close();
});

test("a server that answers with a page of its own leaves the text too", async ({ browser }) => {
  const opened = await aProfile(browser);
  const { page, field, words } = opened;
  const ui = getTranslator("fr", "ui");
  await page.locator(`main [name="${field}"]`).fill(words);
  await page.route("**/*", (route) =>
    isAct(route.request())
      ? route.fulfill({ status: 503, contentType: "text/html", body: "<h1>503</h1>" })
      : route.fallback(),
  );
  await press(page, opened.button);
  await expect(alertOf(page)).toContainText(ui("form.notSent"));
  await expect(page.locator(`main [name="${field}"]`)).toHaveValue(words);
  expect(await countEvents(opened, 0)).toBe(0);

  await page.unroute("**/*");
  await alertOf(page)
    .getByRole("button", { name: ui("form.sendAgain") })
    .click();
  await page.waitForURL(opened.leadsTo);
  expect(await countEvents(opened, 0)).toBe(1);
  await page.context().close();
});

test("a text kept by itself whose answer was lost is no conflict with itself", async ({
  browser,
}) => {
  const opened = await aProjectEditor(browser);
  const { page, field, words } = opened;
  const lost = await loseFirstAnswer(page);
  await page.locator(`main [name="${field}"]`).fill(words);
  await expect.poll(lost.done, { timeout: 20_000 }).toBe(true);
  await expect(page.getByText(getTranslator("fr", "ui")("autosave.unreachable"))).toBeVisible();
  await press(page, opened.button);
  await page.waitForURL(opened.leadsTo);
  await page.context().close();
});
