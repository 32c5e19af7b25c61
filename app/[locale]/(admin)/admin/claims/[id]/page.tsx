import { notFound } from "next/navigation";
import { ClaimAnswer } from "@/components/affiliations/claim-answer";
import { ClaimFacts } from "@/components/affiliations/claim-facts";
import { ClaimHeader } from "@/components/affiliations/claim-header";
import { DecisionBar } from "@/components/moderation/decision-bar";
import { IdentityCard } from "@/components/moderation/identity-card";
import { PastDecisions } from "@/components/moderation/past-decisions";
import { Card } from "@/components/ui/card";
import { TitledPart } from "@/components/ui/titled-part";
import { getClaim } from "@/lib/affiliations/requests.queries";
import { requireStaff } from "@/lib/core/auth/viewer";
import { formatDay } from "@/lib/core/dates";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { rowId } from "@/lib/core/text/fields";
import { acceptClaimAction, declineClaimAction } from "@/lib/moderation/actions";
import { getIdentity, listDecisionsOn } from "@/lib/moderation/queries";
import { deskParts } from "../../desk-parts";

export const generateMetadata = titled("admin", "queue.kind.claim");

export default async function ClaimPage({ params }: PageProps<"id">) {
  const locale = await pageLocale(params);
  const viewer = await requireStaff();
  const id = rowId.safeParse((await params).id);
  const claim = id.success ? await getClaim(viewer, id.data, locale) : null;
  if (!claim) notFound();
  const { owner, answer } = claim;
  const isOwn = owner.accountId === viewer.accountId;
  const [identity, decisions, { back, theirs, panel, notes }] = await Promise.all([
    getIdentity(viewer, owner.accountId, locale),
    listDecisionsOn(viewer, owner.accountId, locale),
    deskParts(viewer, { kind: "claim", id: claim.id }, isOwn, locale),
  ]);
  if (!identity) notFound();
  const t = getTranslator(locale, "affiliations");
  return (
    <>
      <ClaimHeader back={back} claim={claim} locale={locale} />
      <div className="grid gap-x-12 gap-y-12 lg:grid-cols-[minmax(0,1fr)_25rem]">
        <div className="min-w-0 space-y-12">
          <ClaimFacts claim={claim} locale={locale} />
          {isOwn || answer ? null : <DecisionBar locale={locale} />}
        </div>
        <aside aria-labelledby="decision" className="space-y-8">
          <Card>
            <h2 className="mb-4 font-semibold text-lg" id="decision">
              {t("claims.decide")}
            </h2>
            {answer ? (
              <p>
                {t(`claims.answered.${answer.state}`, {
                  name: answer.by,
                  day: formatDay(answer.at, locale),
                })}
              </p>
            ) : null}
            {isOwn && !answer ? <p>{t("claims.own")}</p> : theirs}
            {isOwn || theirs || answer ? null : (
              <ClaimAnswer
                actions={{ accept: acceptClaimAction, decline: declineClaimAction }}
                claim={claim}
                locale={locale}
              />
            )}
          </Card>
          {panel}
          {notes}
          <TitledPart id="identity" size="small" title={t("claims.person")}>
            <IdentityCard identity={identity} locale={locale} />
          </TitledPart>
          <TitledPart
            id="history"
            size="small"
            title={getTranslator(locale, "admin")("history.title")}
          >
            <PastDecisions decisions={decisions} locale={locale} wordsLocale={owner.locale} />
          </TitledPart>
        </aside>
      </div>
    </>
  );
}
