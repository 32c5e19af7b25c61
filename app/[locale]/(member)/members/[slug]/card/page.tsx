import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { BusinessCard } from "@/components/members/business-card";
import { TooManyPages } from "@/components/members/too-many-pages";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/core/auth/viewer";
import { clubName } from "@/lib/core/i18n/club-name";
import type { Locale } from "@/lib/core/i18n/locales";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { swatchHref, swatchOfWord } from "@/lib/core/swatches/swatch";
import { spendDirectoryPage } from "@/lib/directory/page-limit";
import { cardSides } from "@/lib/members/business-card";
import { getMember, getMemberContacts } from "@/lib/members/queries";

/** Title and page ask for the same card; the database is asked once. */
const readCard = cache(async (locale: Locale, slug: string) => {
  const viewer = await requireMember(locale, `/members/${slug}/card`);
  const refusal = await spendDirectoryPage(viewer, locale);
  const member = (await getMember(viewer, slug)) ?? notFound();
  const sides = cardSides(member, await getMemberContacts(viewer, member.id), locale);
  return { refusal, member, sides };
});

async function readPage({ params }: PageProps<"slug">) {
  const locale = await pageLocale(params);
  return { locale, ...(await readCard(locale, (await params).slug)) };
}

export async function generateMetadata(props: PageProps<"slug">): Promise<Metadata> {
  const { locale, refusal, sides } = await readPage(props);
  const title = refusal
    ? getTranslator(locale, "members")("directory.title")
    : getTranslator(locale, "cards")("titleOf", { name: sides[0].name.text });
  return { title, robots: { index: false } };
}

export default async function CardPage(props: PageProps<"slug">) {
  const { locale, refusal, member, sides } = await readPage(props);
  if (refusal) return <TooManyPages locale={locale} refusal={refusal} />;
  const t = getTranslator(locale, "cards");
  const home = path(locale, `/members/${member.slug}`);
  return (
    <>
      <div className="no-print">
        <PageHeader
          actions={
            member.isOwn ? (
              <LinkButton href={path(locale, "/account/profile")} variant="secondary">
                {t("edit")}
              </LinkButton>
            ) : undefined
          }
          before={
            <Breadcrumbs
              items={[{ label: sides[0].name.text, href: home }]}
              label={getTranslator(locale, "ui")("breadcrumbs")}
            />
          }
          lead={t("lead", { isOwn: String(member.isOwn) })}
          title={t("title")}
        />
      </div>
      <div className="business-cards">
        {sides.map((side) => (
          <BusinessCard
            clubName={clubName(side.locale)}
            key={side.locale}
            label={t(side.locale === "zh" ? "sides.chinese" : "sides.latin")}
            side={side}
            swatch={swatchHref(swatchOfWord(member.id))}
          />
        ))}
      </div>
      <div className="no-print mt-10 grid max-w-4xl gap-x-12 gap-y-8 md:grid-cols-2">
        <section aria-labelledby="print">
          <h2 className="mb-2 font-semibold text-xl" id="print">
            {t("print.title")}
          </h2>
          <p className="text-secondary">{t("print.text")}</p>
        </section>
        <section aria-labelledby="vcard">
          <h2 className="mb-2 font-semibold text-xl" id="vcard">
            {t("vcard.title")}
          </h2>
          <p className="mb-4 text-secondary">{t("vcard.text")}</p>
          <LinkButton href={`/api/members/${member.slug}/vcard?locale=${locale}`}>
            {t(member.isOwn ? "vcard.own" : "vcard.link")}
          </LinkButton>
        </section>
      </div>
    </>
  );
}
