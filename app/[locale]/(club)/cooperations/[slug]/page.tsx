import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { CooperationAside } from "@/components/cooperations/cooperation-aside";
import { NextAct } from "@/components/cooperations/next-act";
import { BackToList } from "@/components/entries/back-to-list";
import { EntryTitle } from "@/components/entries/entry-title";
import { OwnerPanel } from "@/components/entries/owner-panel";
import { RevisionPanel } from "@/components/entries/revision-panel";
import { TextParts } from "@/components/entries/text-parts";
import { SourceList } from "@/components/heritage/source-list";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { TitledPart } from "@/components/ui/titled-part";
import {
  archiveCooperationAction,
  askQuestionAction,
  reopenCooperationAction,
  sayWhoActsAction,
  withdrawCooperationAction,
  withdrawRevisionAction,
} from "@/lib/cooperations/actions";
import { COOPERATIONS } from "@/lib/cooperations/cooperation";
import { isEnded, periodWords } from "@/lib/cooperations/cooperation-words";
import { partyName } from "@/lib/cooperations/party-name";
import { canSayWhoActs } from "@/lib/cooperations/policy";
import { type CooperationPage, getCooperation } from "@/lib/cooperations/queries";
import { getViewer } from "@/lib/core/auth/viewer";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { sideBySide } from "@/lib/core/i18n/word-list";
import { path } from "@/lib/core/paths";
import { getOwnEntry } from "@/lib/entries/own.queries";
import { canSetKeepers } from "@/lib/entries/policy";
import { getParts } from "@/lib/entries/questions/parts.queries";
import { listSources } from "@/lib/heritage/heritage-view";
import { publicMetadata } from "../../../(public)/public-metadata";
import { Report, TakeDown } from "../../../take-down";
import { wayBack } from "../../../way-back";
import { EntryFiles } from "../../entry-files";
import { EntryQuestions } from "../../entry-questions";
import { TranslateSection } from "../../entry-translate-section";

const READ = ["subject", "outcome"] as const;

const MOVES = {
  withdraw: withdrawCooperationAction,
  reopen: reopenCooperationAction,
  archive: archiveCooperationAction,
};

/** Read once for the page and its head. */
const findCooperation = cache(async (slug: string) => {
  return (await getCooperation(await getViewer(), slug)) ?? notFound();
});

export async function generateMetadata({ params }: PageProps<"slug">): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const { title, subject, originalLocale } = await findCooperation(slug);
  const said = (text: typeof title) => pickText(text, locale, originalLocale)?.text;
  return publicMetadata({
    locale,
    to: `/cooperations/${slug}`,
    title: said(title) ?? getTranslator(locale, "cooperations")("untitled"),
    description: said(subject) ?? "",
  });
}

export default async function OneCooperationPage({ params, searchParams }: PageProps<"slug">) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const viewer = await getViewer();
  const cooperation = await findCooperation(slug);
  const { originalLocale, stale, isOwn, act, sources } = cooperation;
  const t = getTranslator(locale, "cooperations");
  const entry = { entryKind: COOPERATIONS.kind, slug };
  const opened = new Date();
  const { questions, files, notes, ownOffers } = await getParts(
    COOPERATIONS,
    viewer,
    cooperation,
    locale,
  );
  return (
    <article>
      <Head cooperation={cooperation} locale={locale} />
      <TakeDown kind="cooperation" locale={locale} thing={cooperation} viewer={viewer} />
      {viewer && isOwn ? (
        <OwnPanels cooperation={cooperation} locale={locale} viewer={viewer} />
      ) : null}
      <div className="grid grid-cols-1 gap-10 lg:grid-cols-[1fr_20rem]">
        <div className="min-w-0 space-y-10">
          {cooperation.foundingOnly ? (
            <Notice title={t("page.foundingOnly")} tone="info">
              <p>{t("page.foundingOnlyText")}</p>
            </Notice>
          ) : null}
          <TextParts
            {...{ locale, notes, originalLocale, stale }}
            noun={COOPERATIONS}
            parts={READ.map((name) => ({
              name,
              title: t(`fields.${name}`),
              text: cooperation[name],
            }))}
          />
          <TitledPart id="sources" size="tight" title={t("page.sources")}>
            <SourceList locale={locale} sources={listSources({ sources }, locale)} />
          </TitledPart>
          <EntryFiles {...{ entry, locale, viewer, files }} asked={await searchParams} />
          <EntryQuestions
            {...{ entry, locale, viewer, questions, opened }}
            ask={askQuestionAction}
          />
          <TranslateSection
            {...{ viewer, slug, isOwn, locale, ownOffers }}
            noun={COOPERATIONS}
            texts={[cooperation.title, ...READ.map((name) => cooperation[name])]}
          />
        </div>
        <div className="space-y-6">
          <CooperationAside cooperation={cooperation} locale={locale} />
          {act ? (
            <NextAct
              assign={canSayWhoActs(viewer, cooperation) ? sayWhoActsAction : null}
              cooperation={{ ...cooperation, act }}
              locale={locale}
            />
          ) : null}
        </div>
      </div>
      <Report kind="cooperation" locale={locale} thing={cooperation} viewer={viewer} />
    </article>
  );
}

type PartProps = { cooperation: CooperationPage; locale: Locale };

/** What it is, whether it runs, and since when. */
async function Head({ cooperation, locale }: PartProps) {
  const { signed, ends, fromSeed, parties } = cooperation;
  const t = getTranslator(locale, "cooperations");
  const names = parties.map((party) => partyName(party, locale).text);
  const facts = [sideBySide(names, locale), periodWords({ signed, ends }, locale)];
  return (
    <PageHeader
      before={
        <BackToList
          href={await wayBack(locale, "/cooperations")}
          locale={locale}
          noun={COOPERATIONS}
        />
      }
      eyebrow={
        <>
          {signed || ends ? (
            <Badge tone={isEnded(ends, today()) ? "neutral" : "success"}>
              {t(isEnded(ends, today()) ? "page.ended" : "page.running")}
            </Badge>
          ) : null}
          {fromSeed ? <Badge>{t("page.fromSeed")}</Badge> : null}
        </>
      }
      lead={facts.filter(Boolean).join("\u00a0· ")}
      title={<EntryTitle isHeading entry={cooperation} locale={locale} noun={COOPERATIONS} />}
    />
  );
}

/** What only those who keep it see above it. */
async function OwnPanels({ cooperation, locale, viewer }: PartProps & { viewer: Viewer }) {
  const own = await getOwnEntry(viewer, COOPERATIONS, cooperation.slug, locale);
  if (!own) return null;
  const shared = { locale, noun: COOPERATIONS, own, viewer };
  return (
    <>
      <OwnerPanel
        {...shared}
        actions={MOVES}
        isHidden={cooperation.isHidden}
        ways={
          canSetKeepers(viewer, own) ? (
            <LinkButton
              href={path(locale, `/cooperations/${cooperation.slug}/parties`)}
              variant="secondary"
            >
              {getTranslator(locale, "cooperations")("page.settle")}
            </LinkButton>
          ) : null
        }
      />
      <RevisionPanel {...shared} withdraw={withdrawRevisionAction} />
    </>
  );
}
