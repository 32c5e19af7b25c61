import type { Metadata } from "next";
import { HeritageLine } from "@/components/pages/heritage-line";
import { KeyFigures } from "@/components/pages/key-figures";
import { ProseSections } from "@/components/pages/prose-sections";
import { SilkPicture } from "@/components/shell/silk-picture";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { env } from "@/lib/core/env";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { listCooperations, listKeyFigures, listTimeline } from "@/lib/heritage/queries";
import { joinAddress } from "../join-address";
import { publicMetadata } from "../public-metadata";

type AboutPageProps = { params: Promise<{ locale: string }> };

const DATES = [
  "silk-and-print",
  "first-trade-mission",
  "chair-of-chinese",
  "ifcl-founded",
  "guangzhou-twinning",
  "emlyon-shanghai",
  "consulate-lyon",
  "lyon-mission-2013",
  "state-visit-2014",
  "club-launch",
  "nifc-2016",
  "mission-2018",
  "ecnu-office-2023",
] as const;

const ACTS = ["profile", "find", "project"] as const;

export async function generateMetadata({ params }: AboutPageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = getTranslator(locale, "pages");
  const description = t("about.description");
  return publicMetadata({ locale, to: "/about", title: t("about.title"), description });
}

export default async function AboutPage({ params }: AboutPageProps) {
  const locale = await pageLocale(params);
  const t = getTranslator(locale, "pages");
  const contact = env().CLUB_CONTACT;
  const story = { id: "story", title: t("about.story.title"), text: t("about.story.text") };
  const review = { id: "review", title: t("about.review.title"), text: t("about.review.text") };
  return (
    <>
      <PageHeader
        actions={<SilkPicture alt="" className="w-44 sm:w-72" />}
        lead={t("about.lead")}
        title={t("about.title")}
      />
      <div className="space-y-14">
        <div className="grid gap-x-16 gap-y-14 lg:grid-cols-[1.4fr_1fr]">
          <ProseSections contact={contact} sections={[story]} />
          <ProseSections contact={contact} sections={[review]} />
        </div>
        <section aria-labelledby="acts">
          <h2 className="mb-5 font-semibold text-xl" id="acts">
            {t("about.members.title")}
          </h2>
          <ul className="grid gap-4 md:grid-cols-3">
            {ACTS.map((act) => (
              <Card as="li" key={act}>
                <h3 className="font-semibold text-lg">{t(`about.members.${act}.title`)}</h3>
                <p className="mt-2 text-secondary">{t(`about.members.${act}.text`)}</p>
              </Card>
            ))}
          </ul>
        </section>
        <section aria-labelledby="figures">
          <h2 className="mb-5 font-semibold text-xl" id="figures">
            {t("about.figures.title")}
          </h2>
          <KeyFigures figures={listKeyFigures(locale)} />
          <p className="mt-8 max-w-measure text-muted text-sm">{t("about.figures.note")}</p>
        </section>
        <div className="grid gap-x-16 gap-y-14 lg:grid-cols-2">
          <section aria-labelledby="dates">
            <h2 className="mb-6 font-semibold text-xl" id="dates">
              {t("about.timeline.title")}
            </h2>
            <HeritageLine items={listTimeline(locale, DATES)} layout="column" />
          </section>
          <section aria-labelledby="cooperation">
            <h2 className="mb-6 font-semibold text-xl" id="cooperation">
              {t("about.cooperation.title")}
            </h2>
            <HeritageLine items={listCooperations(locale)} layout="column" />
          </section>
        </div>
        <section aria-labelledby="join">
          <h2 className="mb-3 font-semibold text-xl" id="join">
            {t("about.join.title")}
          </h2>
          <p className="mb-5 max-w-measure">{t("about.join.text")}</p>
          <LinkButton href={joinAddress(locale)} variant="secondary">
            {t("home.join")}
          </LinkButton>
        </section>
      </div>
    </>
  );
}
