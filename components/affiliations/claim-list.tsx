import type { WaitingClaim } from "@/lib/affiliations/requests.queries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { shownName } from "@/lib/members/member-card";
import { isLate } from "@/lib/moderation/promise";
import { waitingWords } from "@/lib/moderation/waiting-words";
import { Badge } from "../ui/badge";
import { Icon } from "../ui/icon";

type ClaimListProps = { claims: WaitingClaim[]; viewer: Viewer; locale: Locale };

/** Requests that only the club team can answer, oldest first; each row opens its dossier. */
export function ClaimList({ claims, viewer, locale }: ClaimListProps) {
  const t = getTranslator(locale, "affiliations");
  return (
    <ol
      aria-label={t("claims.list")}
      className="divide-y divide-hairline border-hairline border-y sm:-mx-3"
    >
      {claims.map((claim) => {
        const name = pickText(claim.title, locale, claim.originalLocale);
        const late = isLate({ kind: "claim", submittedAt: claim.submittedAt });
        return (
          <li className="relative py-4 hover:bg-subtle sm:px-3" key={claim.id}>
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
              <Badge tone={claim.kind === "claim" ? "info" : "neutral"}>
                {t(`claims.kinds.${claim.kind}`)}
              </Badge>
              <span
                className={`inline-flex items-center gap-1.5 text-sm ${late ? "font-semibold text-warning" : "text-muted"}`}
              >
                <Icon className="size-4" name={late ? "warning" : "clock"} />
                {waitingWords(claim.submittedAt, locale)}
              </span>
            </div>
            <h2 className="mt-2 font-semibold text-lg">
              <a
                className="stretched text-ink no-underline"
                href={path(locale, `/admin/claims/${claim.id}`)}
                lang={name ? LANGUAGE_TAG[name.lang] : undefined}
              >
                {name?.text ?? claim.slug}
              </a>
            </h2>
            <p className="mt-1 text-secondary text-sm">
              {t("claims.by", { name: shownName(claim.owner, locale).text })}
            </p>
            {claim.owner.accountId === viewer.accountId ? (
              <p className="mt-1 text-muted text-sm">{t("claims.own")}</p>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
