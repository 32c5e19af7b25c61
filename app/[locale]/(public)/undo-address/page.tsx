import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { NarrowPage } from "@/components/ui/narrow-page";
import { SubmitButton } from "@/components/ui/submit-button";
import { undoAddressChangeAction } from "@/lib/accounts/actions";
import { findLinkedAddress } from "@/lib/accounts/address.queries";
import { env } from "@/lib/core/env";
import { formCopy } from "@/lib/core/i18n/form-copy";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";

export const generateMetadata = titled("accounts", "address.undoTitle", {
  referrer: "same-origin",
});

/** Opening the link only reads: a mail scanner undoes nothing. */
export default async function UndoAddressPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const t = getTranslator(locale, "accounts");
  const token = [(await searchParams).token].flat()[0] ?? "";
  const email = await findLinkedAddress(token, "undo-address");
  if (email === null) {
    const contact = env().CLUB_CONTACT;
    const mail = (words: ReactNode) => <a href={`mailto:${contact}`}>{words}</a>;
    return (
      <NarrowPage title={t("address.expiredTitle")}>
        <p>{t.rich("address.expiredUndo", { contact, mail })}</p>
      </NarrowPage>
    );
  }
  return (
    <NarrowPage
      after={<p>{t("address.undoAfter")}</p>}
      lead={t("address.undoLead", { email })}
      title={t("address.undoTitle")}
    >
      <ActionForm
        action={undoAddressChangeAction}
        copy={formCopy(locale)}
        hidden={{ token }}
        locale={locale}
      >
        <SubmitButton className="w-full">{t("address.undo")}</SubmitButton>
      </ActionForm>
    </NarrowPage>
  );
}
