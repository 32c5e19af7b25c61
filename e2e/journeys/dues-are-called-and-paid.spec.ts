import { today } from "@/lib/core/dates";
import { getTranslator } from "@/lib/core/i18n/translator";
import { formatAmount } from "@/lib/dues/amounts";
import { DEMO, expect, newMember, nextMail, signInAs, test } from "../world";

const NAMES = { fr: ["Vauquelin", "Lise"], zh: ["Ouyang", "Rui"] } as const;

for (const locale of ["fr", "zh"] as const) {
  test.describe(locale === "zh" ? "without JavaScript" : "with JavaScript", () => {
    test.use({ javaScriptEnabled: locale === "fr", viewport: { width: 360, height: 800 } });

    test(`${locale}: a membership that lapsed is called, paid, and back with its receipt`, async ({
      page,
      browser,
    }) => {
      const [family, given] = NAMES[locale];
      const member = await newMember(locale, family, given);
      const [t, said] = [getTranslator(locale, "dues"), getTranslator(locale, "notices")];
      const [admin, mails] = [getTranslator(locale, "admin"), getTranslator(locale, "mails")];
      const amount = formatAmount(12_050, locale);
      const year = today().slice(0, 4);
      // In a mail's subject every space is an ordinary one: it is known by its first words.
      const subject = (kind: "duesCalled" | "duesReceived") =>
        mails(`kinds.${kind}.subject`, { year, amount: "" }).split(
          /[\s:：]*$|\d{4}(?=[\s:])/u,
        )[0] ?? "";
      const office = await browser.newContext({ javaScriptEnabled: locale === "fr" });
      await signInAs(office, DEMO.administrator);
      const desk = await office.newPage();
      await desk.goto(`/${locale}/admin/members/${member.accountId}`);
      await desk.getByRole("button", { name: admin("account.lapse.submit") }).click();
      await expect(desk.getByText(said("memberLapsed"))).toBeVisible();
      await desk.getByRole("link", { name: t("member.call") }).click();
      await desk.getByLabel(t("call.amount")).fill("-120");
      await desk.getByRole("button", { name: t("call.submit") }).click();
      const refused = getTranslator(locale, "errors")("notAnAmount");
      await expect(desk.getByText(refused).first()).toBeVisible();
      await desk.getByLabel(t("call.amount")).fill(locale === "fr" ? "120,50 €" : "120.5");
      await desk.getByRole("button", { name: t("call.submit") }).click();
      await expect(desk.getByText(said("duesCalled"))).toBeVisible();
      const called = await nextMail(member.email, subject("duesCalled"));
      expect(called.text).toMatch(/120[,.]50/);

      await signInAs(page.context(), member.email);
      await page.goto(`/${locale}/account`);
      await page.getByRole("link", { name: t("own.see") }).click();
      await expect(page.getByText(t("state.open"), { exact: true })).toBeVisible();
      const foreign = desk.url().replace("/admin/dues/", "/account/dues/");
      const stranger = await newMember(locale, family, `${given}a`);
      const other = await browser.newContext({ javaScriptEnabled: locale === "fr" });
      await signInAs(other, stranger.email);
      expect((await (await other.newPage()).goto(foreign))?.status()).toBe(404);
      await other.close();

      await desk.getByRole("button", { name: t("pay.submit") }).click();
      await expect(desk.getByText(said("duesPaid"))).toBeVisible();
      await nextMail(member.email, subject("duesReceived"));
      await page.reload();
      await expect(page.getByText(t("state.paid"), { exact: true })).toBeVisible();
      const receipt = t("numbered", { kind: "receipt", number: "#" }).split("#")[0]?.trim() ?? "";
      await page.getByRole("link", { name: receipt }).click();
      await expect(page.getByText(amount).first()).toBeVisible();
      await expect(page.getByText(t("way.transfer"), { exact: true })).toBeVisible();
      await page.goto(`/${locale}/projects/new`);
      await expect(page).toHaveURL(new RegExp(`/${locale}/projects/new$`));
      await office.close();
    });
  });
}
