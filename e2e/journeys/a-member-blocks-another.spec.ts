import type { Browser, BrowserContext, Page } from "@playwright/test";
import { getTranslator } from "@/lib/core/i18n/translator";
import { inBrackets } from "@/lib/core/i18n/word-list";
import { mailSubject, open } from "../admission";
import { fillIn, press } from "../applicant";
import { readInbox } from "../mailbox";
import { expect, newMember, nextMail, test } from "../world";

const WORDS = "Nous cherchons un atelier de teinture à Ningbo et vos conseils nous aideraient.";
const PERSON = "Solène Tréfouel";

const fr = getTranslator("fr", "introductions");
const t = getTranslator("zh", "members");

type Member = Awaited<ReturnType<typeof newMember>>;

/** A page as it is drawn, without the keys by which any two differ. */
async function drawn(context: BrowserContext, path: string): Promise<string> {
  const answer = await context.request.get(path);
  expect(answer.status()).toBe(200);
  const nonce = answer.headers()["content-security-policy"]?.match(/'nonce-([^']+)'/)?.[1] ?? "";
  const [page = ""] = (await answer.text()).replaceAll(nonce, "nonce").split('id="_R_"');
  return page
    .replace(/name="(_key|\$ACTION_KEY)" value="[^"]*"/g, "")
    .replace(/\$ACTION_(REF_)?\d+/g, "action")
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "key");
}

const drawnAll = (context: BrowserContext, paths: string[]) =>
  Promise.all(paths.map((path) => drawn(context, path)));

/** Where two pages part, if they do; their whole text would say less. */
const apart = (pages: string[], others: string[]) =>
  pages.flatMap((page, index) => {
    const other = others[index] ?? "";
    const at = [...page].findIndex((sign, place) => sign !== other[place]);
    return page === other ? [] : [page.slice(at - 80, at + 80), other.slice(at - 80, at + 80)];
  });

/** Proposes an exchange; gives the address of its page. */
async function propose(page: Page, asked: Member): Promise<string> {
  await page.goto(`/fr/introductions/new?to=${asked.memberSlug}`);
  await fillIn(page, { words: WORDS });
  await press(page, fr("ask.send"));
  await page.waitForURL(/\/fr\/introductions\/[0-9a-f-]{36}/);
  await expect(page.getByText(fr("state.asked"))).toBeVisible();
  return new URL(page.url()).pathname;
}

async function block(page: Page, whom: Member) {
  await page.goto(`/zh/members/${whom.memberSlug}`);
  await page.getByText(t("block.open", { person: PERSON })).click();
  await press(page, t("block.confirm"));
  await expect(page.getByText(t("block.blocked"))).toBeVisible();
  const ask = getTranslator("zh", "introductions")("ask.button");
  await expect(page.getByRole("link", { name: ask, exact: true })).toHaveCount(0);
}

const pagesOf = (proposal: string, asked: Member) => [
  proposal,
  "/fr/exchanges",
  `/fr/introductions/new?to=${asked.memberSlug}`,
  `/fr/members/${asked.memberSlug}`,
  "/fr/notifications",
];

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";
  const start = async (browser: Browser, locale: "fr" | "zh", { email }: Member) =>
    open({ browser, locale, javaScriptEnabled }, email);

  test(`a block turns what waits to silence, ${how} JavaScript, and is undone`, async ({
    browser,
  }) => {
    const asker = await newMember("fr", "Tréfouel", "Solène");
    const asked = await newMember("zh", "温", "文澜");
    const here = await start(browser, "fr", asker);
    const there = await start(browser, "zh", asked);
    const proposal = await propose(here.page, asked);
    await nextMail(asked.email, mailSubject("zh", "introductionAsked"));
    const pages = pagesOf(proposal, asked);
    const before = await drawnAll(here.context, pages);
    expect(apart(await drawnAll(here.context, pages), before)).toEqual([]);

    await block(there.page, asker);
    expect(apart(await drawnAll(here.context, pages), before)).toEqual([]);
    expect((await there.page.goto(proposal.replace("/fr/", "/zh/")))?.status()).toBe(404);

    await there.page.goto("/zh/account");
    await expect(there.page.getByRole("heading", { name: t("block.own") })).toBeVisible();
    await press(there.page, `${t("block.list")} ${inBrackets(PERSON, "zh")}`);
    await expect(
      there.page.getByText(getTranslator("zh", "notices")("memberUnblocked")),
    ).toBeVisible();
    await expect(there.page.getByRole("heading", { name: t("block.own") })).toHaveCount(0);
    expect(apart(await drawnAll(here.context, pages), before)).toEqual([]);
    await Promise.all([here.context.close(), there.context.close()]);
  });

  test(`nothing that a blocked member proposes is heard, ${how} JavaScript`, async ({
    browser,
  }) => {
    const blocked = await newMember("fr", "Tréfouel", "Solène");
    const silent = await newMember("fr", "Tréfouel", "Solène");
    const asked = await newMember("zh", "温", "文澜");
    const subject = mailSubject("zh", "introductionAsked");
    const there = await start(browser, "zh", asked);
    await block(there.page, blocked);

    const here = await start(browser, "fr", blocked);
    const beside = await start(browser, "fr", silent);
    const unheard = await propose(here.page, asked);
    const heard = await propose(beside.page, asked);
    await nextMail(asked.email, subject);
    expect(readInbox(asked.email).filter((mail) => mail.subject.includes(subject))).toHaveLength(1);

    // Unanswered by whoever was asked: one as the other.
    const unanswered = await drawnAll(beside.context, pagesOf(heard, asked));
    const seen = await drawnAll(here.context, pagesOf(unheard, asked));
    expect(apart(seen, unanswered)).toEqual([]);
    await there.page.goto("/zh/exchanges");
    await expect(there.page.locator("main h3 a")).toHaveCount(1);
    expect((await there.page.goto(unheard.replace("/fr/", "/zh/")))?.status()).toBe(404);
    expect((await there.page.goto(heard.replace("/fr/", "/zh/")))?.status()).toBe(200);
    await Promise.all([here, beside, there].map(({ context }) => context.close()));
  });
}
