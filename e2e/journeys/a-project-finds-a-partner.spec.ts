import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { transaction } from "@/db/client";
import { makeOrganisation } from "@/db/factories";
import { mailsTo, toldTo } from "@/db/read-back";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { mailSubject, open, type Stage } from "../admission";
import { fillIn, linkIn, press } from "../applicant";
import { decideEntry, postProject } from "../project-steps";
import { expect, newMember, nextMail, nextNotice, test } from "../world";

const FRENCH = {
  title: "Tester des teintures végétales à Canton",
  sought: "Un laboratoire qui éprouve vingt teintures végétales et compare leur tenue au lavage.",
  offered: "Les teintures, les tissus et un technicien à Canton pendant deux mois.",
  ask: "Combien d’essais de tenue au lavage menez-vous chaque mois ?",
  milestone: "Vingt premières teintures comparées",
};

const CHINESE = {
  title: "在广州测试植物染料",
  answer: "我们在广州设有面料检测实验室，可承担植物染料的耐洗测试，并按月提交检测报告。".repeat(5),
  reply: "我们每月可完成约四十次耐洗测试，所用设备均已通过校准。",
};

type Side = Awaited<ReturnType<typeof newMember>> & { organisation: string };

/** A member with an organisation whose name nobody else has. */
async function newSide(locale: Locale, family: string, place: "lyon-7" | "guangzhou") {
  const member = await newMember(locale, family, locale === "fr" ? "Solène" : "文澜");
  const organisation = `${family} ${randomBytes(4).toString("hex")}`;
  const country = place === "guangzhou" ? "cn" : "fr";
  const values = { name: { [locale]: organisation }, place, country } as const;
  await transaction((tx) => makeOrganisation(tx, { ...values, visibility: "members" }, [member]));
  return { ...member, organisation };
}

/** The owner's act on an interest: chosen by its address, then confirmed. */
async function act(page: Page, address: string, name: "ask" | "accept", words?: string) {
  await page.goto(`${address}?act=${name}`);
  if (words) await fillIn(page, { words });
  await press(page, getTranslator("fr", "interests")(`${name}.confirm`));
  await page.waitForURL(/notice=/);
}

/** The partner reads the fallback, offers a translation, and the owner takes it in. */
async function translate(owner: Page, partner: Page, sides: { owner: Side; partner: Side }) {
  const slug = new URL(owner.url()).pathname.split("/").at(-1);
  await partner.goto(`/zh/projects/${slug}`);
  await expect(partner.locator("main h1 [lang^=fr]")).toBeVisible();
  await partner.goto(`/zh/projects/${slug}/translate?to=zh`);
  await fillIn(partner, { "words.title": CHINESE.title });
  await press(partner, getTranslator("zh", "translations")("offer"));
  await nextNotice(sides.owner.email, "translationOffered");
  await owner.goto(`/fr/projects/${slug}/translate?to=zh`);
  await expect(owner.getByText(CHINESE.title).first()).toBeVisible();
  await press(owner, getTranslator("fr", "translations")("offers.accept"));
  await nextNotice(sides.partner.email, "translationAccepted");
  return slug;
}

/** Interest, question, answer, acceptance; who the other is shows only then. */
async function agree(
  owner: Page,
  partner: Page,
  sides: { owner: Side; partner: Side },
  slug: string,
) {
  const words = getTranslator("zh", "interests");
  await partner.goto(`/zh/projects/${slug}/interest`);
  const { answer } = CHINESE;
  await fillIn(partner, { cooperation: answer });
  await partner.getByRole("checkbox", { name: words("form.named") }).uncheck();
  await press(partner, words("form.send"));
  await partner.waitForURL(/\/zh\/interests\/[0-9a-f-]+/);
  expect(await partner.content()).not.toContain(sides.owner.organisation);

  const received = await nextMail(sides.owner.email, mailSubject("fr", "interestReceived"));
  const address = linkIn(received, /\/interests\//).replace(/\?.*/, "");
  await owner.goto(address);
  await expect(owner.getByText(answer).first()).toBeVisible();
  for (const text of [await owner.content(), received.text]) {
    expect(text).not.toContain(sides.partner.organisation);
    expect(text).not.toContain(sides.partner.memberSlug ?? "");
  }
  await act(owner, address, "ask", FRENCH.ask);
  const asked = await nextMail(sides.partner.email, mailSubject("zh", "interestMoreAsked"));
  await partner.goto(linkIn(asked, /\/interests\//));
  await fillIn(partner, { words: CHINESE.reply });
  await press(partner, words("answer.confirm"));
  await nextMail(sides.owner.email, mailSubject("fr", "interestAnswered"));
  await act(owner, address, "accept");
  await nextMail(sides.partner.email, mailSubject("zh", "interestAccepted"));
  await partner.goto(address.replace("/fr/", "/zh/"));
  await expect(partner.getByText(sides.owner.organisation).first()).toBeVisible();
  await owner.goto(address);
  await expect(owner.getByText(sides.partner.organisation).first()).toBeVisible();
  return address;
}

/** The least a PDF holds: one empty page, and where its table of objects begins. */
function emptyPdf(): Buffer {
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>",
  ].map((body, index) => `${index + 1} 0 obj${body}endobj\n`);
  const start = `%PDF-1.4\n${objects.join("")}`;
  const trailer = "xref\n0 1\n0000000000 65535 f \ntrailer<</Size 4/Root 1 0 R>>";
  return Buffer.from(`${start}${trailer}\nstartxref\n${start.length}\n%%EOF\n`);
}

/** An interest that was accepted is one row with its room, where the other's contact stands above what is said. */
async function meetInRoom(owner: Page, { partner }: { partner: Side }) {
  await owner.goto("/fr/exchanges");
  await owner.locator("main h3 a").click();
  await owner.waitForURL(/\/room\/discussion$/);
  const vcard = getTranslator("fr", "cards")("vcard.link");
  await expect(owner.getByRole("link", { name: vcard })).toBeVisible();
  await expect(owner.locator("main details").first()).toContainText(partner.organisation);
}

/** In the room: its first words suggested, a milestone by the lead, a document and a link; nobody else gets in. */
async function work(owner: Page, partner: Page, stranger: Page, slug: string) {
  const t = getTranslator("fr", "rooms");
  await partner.goto(`/zh/projects/${slug}/room/discussion`);
  const zh = getTranslator("zh", "rooms");
  const both = `${zh("start.message")}\n\n${t("start.message")}`;
  await expect(partner.locator('textarea[name="words"]')).toHaveValue(both);
  await owner.goto(`/fr/projects/${slug}/room/milestones`);
  await fillIn(owner, { title: FRENCH.milestone, dueOn: "2030-06-01" });
  await press(owner, t("milestones.submit"));
  await owner.waitForURL(/notice=milestonePlanned/);
  await partner.goto(`/zh/projects/${slug}/room/milestones`);
  await expect(partner.getByText(FRENCH.milestone).first()).toBeVisible();
  await partner.goto(`/zh/projects/${slug}/room/documents`);
  const file = { name: "rapport.pdf", mimeType: "application/pdf", buffer: emptyPdf() };
  await partner.locator("main input[type=file]").first().setInputFiles(file);
  await press(partner, zh("documents.submit"));
  await partner.waitForURL(/notice=roomDocumentAdded/);
  await partner.locator('#form-link [name="title"]').fill(CHINESE.title);
  await partner.locator('#form-link [name="address"]').fill("docs.example.org/dyes");
  await press(partner, zh("documents.linkSubmit"));
  await partner.waitForURL(/notice=roomLinkAdded/);
  const leaving = partner.locator('main a[href="https://docs.example.org/dyes"]');
  await expect(leaving).toHaveAttribute("rel", "noopener noreferrer nofollow ugc");
  await owner.goto(`/fr/projects/${slug}/room/documents`);
  const link = owner.locator("main a[href*='/api/']").first();
  const href = (await link.getAttribute("href")) ?? "";
  expect((await owner.request.get(href)).headers()["content-disposition"]).toMatch(/^attachment/);
  expect((await stranger.request.get(href)).status()).toBe(404);
  expect((await stranger.goto(`/fr/projects/${slug}/room`))?.status()).toBe(404);
}

async function journey(javaScriptEnabled: boolean, browser: Stage["browser"]) {
  const stage: Stage = { browser, locale: "fr", javaScriptEnabled };
  const owner = await newSide("fr", "Tréfouel", "lyon-7");
  const partner = await newSide("zh", "温", "guangzhou");
  const stranger = await newMember("fr", "Passant", "Lou");
  const [lyon, canton, outside] = await Promise.all(
    [owner, partner, stranger].map(({ email }) => open(stage, email)),
  );
  if (!lyon || !canton || !outside) throw new Error("no browser");
  const title = `${FRENCH.title} ${randomBytes(3).toString("hex")}`;
  const { sought, offered } = FRENCH;
  const address = await postProject(lyon.page, "fr", { title, sought, offered });
  await decideEntry(stage, title, "published");
  await lyon.page.goto(address);
  const slug = await translate(lyon.page, canton.page, { owner, partner });
  if (!slug) throw new Error("no address");
  const talks = await agree(lyon.page, canton.page, { owner, partner }, slug);
  await meetInRoom(lyon.page, { partner });
  await work(lyon.page, canton.page, outside.page, slug);
  await conclude(lyon.page, talks, slug);
  await expectFewMails({ owner, partner });
  for (const { context } of [lyon, canton, outside]) await context.close();
}

/** The talks end in an agreement, and the owner says which. */
async function conclude(owner: Page, talks: string, slug: string) {
  await owner.goto(`${talks}?act=agreement`);
  await press(owner, getTranslator("fr", "interests")("talks.agreement"));
  await owner.waitForURL(/notice=/);
  await owner.goto(`/fr/projects/${slug}/outcome`);
  await fillIn(owner, { agreementKind: "commercial-agreement" });
  await press(owner, getTranslator("fr", "outcomes")("submit"));
  await owner.waitForURL(/notice=/);
}

/** Nine times something happened to either; five mails said so by themselves, the rest is for their digests. */
async function expectFewMails({ owner, partner }: { owner: Side; partner: Side }) {
  await nextNotice(partner.email, "interestConcluded");
  const kindsOf = (rows: { kind: string }[]) => rows.map(({ kind }) => kind);
  const mailed = async (side: Side) =>
    kindsOf(await mailsTo(side)).filter((kind) => kind !== "digest");
  expect(await mailed(owner)).toEqual(["projectPublished", "interestReceived", "interestAnswered"]);
  expect(await mailed(partner)).toEqual(["interestMoreAsked", "interestAccepted"]);
  const told = [...(await toldTo(owner)), ...(await toldTo(partner))];
  expect(kindsOf(told)).toHaveLength(9);
}

test.describe.configure({ timeout: 240_000 });

test("a Lyon project finds a partner in Guangzhou, and both keep their name until then", async ({
  browser,
}) => {
  await journey(true, browser);
});

test("the same without JavaScript", async ({ browser }) => {
  await journey(false, browser);
});
