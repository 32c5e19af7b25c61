import { redirect } from "next/navigation";
import { Checkbox } from "@/components/ui/checkbox";
import { MoveForm } from "@/components/ui/move-form";
import { NarrowPage } from "@/components/ui/narrow-page";
import { withdrawApplicationAction } from "@/lib/applications/actions";
import { canWithdrawApplication } from "@/lib/applications/policy";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { requireApplication } from "../own-application";

export const generateMetadata = titled("applications", "withdraw.title");

/** The consequences first; the button only with a tick. */
export default async function WithdrawPage({ params }: PageProps) {
  const locale = await pageLocale(params);
  const application = await requireApplication(locale);
  const { id: applicationId, version, state } = application;
  const facts = { id: applicationId, state, takenBy: null };
  if (!canWithdrawApplication({ applicationId }, facts)) redirect(path(locale, "/apply/status"));
  const t = getTranslator(locale, "applications");
  const isDraft = state === "draft";
  return (
    <NarrowPage
      after={
        <p>
          <a href={path(locale, isDraft ? "/apply" : "/apply/status")}>{t("withdraw.keep")}</a>
        </p>
      }
      lead={isDraft ? t("withdraw.textDraft") : t("withdraw.text")}
      title={isDraft ? t("withdraw.titleDraft") : t("withdraw.title")}
    >
      <MoveForm
        action={withdrawApplicationAction}
        className="space-y-4"
        hidden={{ applicationId, version: String(version) }}
        label={isDraft ? t("withdraw.submitDraft") : t("withdraw.submit")}
        locale={locale}
        scope="withdraw"
        variant="danger"
      >
        <Checkbox
          label={isDraft ? t("withdraw.confirmDraft") : t("withdraw.confirm")}
          name="confirmed"
          required
          value="on"
        />
      </MoveForm>
    </NarrowPage>
  );
}
