import { HeritageScene } from "@/components/heritage/heritage-scene";
import { StructuredData } from "@/components/shell/structured-data";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { TitledPart } from "@/components/ui/titled-part";
import type { Locale } from "@/lib/core/i18n/locales";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { clubData } from "../club-data";
import { ClubPage, type ClubPageProps, clubPageMetadata } from "../club-page";

const ACTS = ["profile", "activity", "find", "project", "experience", "interest"] as const;

const STEPS = ["address", "fill", "follow", "answer"] as const;

export const generateMetadata = clubPageMetadata("about");

export default async function AboutPage(props: ClubPageProps) {
  const locale = await pageLocale(props.params);
  return (
    <>
      <StructuredData data={clubData(locale)} />
      <ClubPage
        {...props}
        page="about"
        proseClassName="grid gap-x-16 gap-y-14 lg:grid-cols-[1.4fr_1fr]"
      >
        <HowItWorks locale={locale} />
      </ClubPage>
    </>
  );
}

/** What members do here, how one joins, and the century: drawn beside what the club says of itself. */
function HowItWorks({ locale }: { locale: Locale }) {
  const t = getTranslator(locale, "pages");
  return (
    <div className="mt-14 space-y-14">
      <section aria-labelledby="acts">
        <h2 className="mb-5 font-semibold text-xl" id="acts">
          {t("about.members.title")}
        </h2>
        <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {ACTS.map((act) => (
            <Card as="li" key={act}>
              <h3 className="font-semibold text-lg">{t(`about.members.${act}.title`)}</h3>
              <p className="mt-2 text-secondary">{t(`about.members.${act}.text`)}</p>
            </Card>
          ))}
        </ul>
      </section>
      <TitledPart id="join" size="tight" title={t("about.join.title")}>
        <p className="mb-6 max-w-measure">{t("about.join.text")}</p>
        <ol className="mb-8 grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-4">
          {STEPS.map((step, index) => (
            <li className="border-hairline border-t-2 pt-4" key={step}>
              <p aria-hidden="true" className="font-semibold text-2xl text-brand-text">
                {index + 1}
              </p>
              <h3 className="mt-1 font-semibold text-lg">{t(`about.join.steps.${step}.title`)}</h3>
              <p className="mt-1 text-secondary">{t(`about.join.steps.${step}.text`)}</p>
            </li>
          ))}
        </ol>
        <LinkButton href={path(locale, "/apply")}>{t("home.apply")}</LinkButton>
      </TitledPart>
      <section
        aria-labelledby="heritage"
        className="grid grid-cols-1 items-center gap-x-16 gap-y-6 border-hairline border-t pt-12 lg:grid-cols-[1fr_22rem]"
      >
        <div>
          <h2 className="mb-3 font-semibold text-xl" id="heritage">
            {t("about.heritage.title")}
          </h2>
          <p className="mb-5 max-w-measure">{t("about.heritage.text")}</p>
          <p className="flex flex-wrap gap-x-8 gap-y-2">
            <a href={path(locale, "/heritage")}>{t("about.heritage.all")}</a>
            <a href={path(locale, "/cooperations")}>{t("about.heritage.cooperations")}</a>
          </p>
        </div>
        <HeritageScene caption={getTranslator(locale, "heritage")("scenes.gate")} scene="gate" />
      </section>
    </div>
  );
}
