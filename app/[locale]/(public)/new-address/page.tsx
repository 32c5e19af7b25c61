import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/link-button";
import { NarrowPage } from "@/components/ui/narrow-page";
import { SubmitButton } from "@/components/ui/submit-button";
import { confirmAddressAction } from "@/lib/accounts/actions";
import { findLinkedAddress } from "@/lib/accounts/address.queries";
import { formCopy } from "@/lib/core/i18n/form-copy";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";

export const generateMetadata = titled("accounts", "address.confirmTitle", {
  referrer: "same-origin",
});

/** Opening the link only reads: a mail scanner changes no address. */
export default async function NewAddressPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const t = getTranslator(locale, "accounts");
  const token = [(await searchParams).token].flat()[0] ?? "";
  const email = await findLinkedAddress(token, "change-address");
  if (email === null) {
    return (
      <NarrowPage title={t("address.expiredTitle")}>
        <p className="mb-5">{t("address.expiredConfirm")}</p>
        <LinkButton href={path(locale, "/account")}>{t("address.account")}</LinkButton>
      </NarrowPage>
    );
  }
  return (
    <NarrowPage
      after={<p>{t("address.confirmAfter")}</p>}
      lead={t("address.confirmLead", { email })}
      title={t("address.confirmTitle")}
    >
      <ActionForm
        action={confirmAddressAction}
        copy={formCopy(locale)}
        hidden={{ token }}
        locale={locale}
      >
        <SubmitButton className="w-full">{t("address.confirm")}</SubmitButton>
      </ActionForm>
    </NarrowPage>
  );
}
