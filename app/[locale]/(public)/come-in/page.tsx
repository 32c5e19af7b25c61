import { NewPasswordFields } from "@/components/accounts/new-password-fields";
import { ConsentBoxes } from "@/components/applications/consent-boxes";
import { ClosedLink } from "@/components/arrivals/closed-link";
import { ComeInForm } from "@/components/arrivals/come-in-form";
import { HeldFacts } from "@/components/arrivals/held-facts";
import { GraveMove } from "@/components/ui/grave-move";
import { MoveForm } from "@/components/ui/move-form";
import { PageHeader } from "@/components/ui/page-header";
import { TitledPart } from "@/components/ui/titled-part";
import { comeInAction, forgetMeAction } from "@/lib/arrivals/actions";
import { findArrival } from "@/lib/arrivals/queries";
import { greetingName } from "@/lib/core/auth/viewer-type";
import { env } from "@/lib/core/env";
import { clubName } from "@/lib/core/i18n/club-name";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { PROFILE_MAX } from "@/lib/members/schema";

export const generateMetadata = titled("arrivals", "page.title", { referrer: "same-origin" });

/** Opening the link only reads: a mail scanner lets nobody in. */
export default async function ComeInPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const token = [(await searchParams).token].flat()[0] ?? "";
  const contact = env().CLUB_CONTACT;
  const arrival = await findArrival(token);
  if (arrival.link !== "open")
    return <ClosedLink contact={contact} link={arrival.link} locale={locale} />;
  const t = getTranslator(locale, "arrivals");
  const consents = getTranslator(locale, "applications");
  const name = greetingName({ ...arrival, displayName: {} }, locale);
  return (
    <div className="mx-auto max-w-2xl space-y-12">
      <PageHeader lead={t("page.lead", { name, club: clubName(locale) })} title={t("page.title")} />
      <TitledPart id="held" title={t("page.heldTitle")}>
        <HeldFacts arrival={arrival} contact={contact} locale={locale} />
      </TitledPart>
      <ComeInForm
        action={comeInAction}
        arrival={arrival}
        consents={
          <ConsentBoxes
            contact={contact}
            hints={{
              "members-directory": consents("consents.directoryHint"),
              "public-directory": consents("consents.publicHint"),
              "transfer-to-france": arrival.isTransferNeeded
                ? t("page.transferNeeded")
                : consents("consents.transferOptional"),
            }}
            locale={locale}
            needed={[
              "charter",
              "privacy-notice",
              ...(arrival.isTransferNeeded ? (["transfer-to-france"] as const) : []),
            ]}
            texts={arrival.texts}
          />
        }
        locale={locale}
        max={PROFILE_MAX}
        password={<NewPasswordFields locale={locale} />}
        token={token}
      />
      <TitledPart id="forget" title={t("page.forgetTitle")}>
        <p className="mb-4">{t("page.forgetLead")}</p>
        <GraveMove consequence={t("page.forgetText")} label={t("page.forget")}>
          <MoveForm
            action={forgetMeAction}
            hidden={{ token }}
            label={t("page.forget")}
            locale={locale}
            scope="forget"
            variant="danger"
          />
        </GraveMove>
      </TitledPart>
    </div>
  );
}
