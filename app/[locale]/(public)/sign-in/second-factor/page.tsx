import { redirect } from "next/navigation";
import { GiveCode } from "@/components/second-factor/give-code";
import { NarrowPage } from "@/components/ui/narrow-page";
import { mayRead } from "@/lib/core/auth/standing";
import { getViewer } from "@/lib/core/auth/viewer";
import { env } from "@/lib/core/env";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { giveSecondFactorAction } from "@/lib/second-factor/actions";

export const generateMetadata = titled("secondFactor", "give.title");

/** Tells nothing about whoever opens it: only what is sent from here is looked at. */
export default async function SecondStepPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const viewer = await getViewer();
  if (viewer) redirect(path(locale, mayRead(viewer) ? "/home" : "/account"));
  const t = getTranslator(locale, "secondFactor");
  const next = [(await searchParams).next].flat()[0];
  const contact = env().CLUB_CONTACT;
  return (
    <NarrowPage
      after={
        <>
          <p>
            {t.rich("give.lost", {
              contact,
              mail: (words) => <a href={`mailto:${contact}`}>{words}</a>,
            })}
          </p>
          <p>
            <a href={path(locale, "/sign-in", { next })}>{t("give.again")}</a>
          </p>
        </>
      }
      lead={t("give.lead")}
      title={t("give.title")}
    >
      <GiveCode action={giveSecondFactorAction} locale={locale} next={next} />
    </NarrowPage>
  );
}
