import { isThere } from "@/lib/core/auth/standing";
import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import {
  clockWords,
  isEndedWithProject,
  isRevealed,
  stateWords,
} from "@/lib/interests/interest-words";
import { awaitedParty } from "@/lib/interests/policy";
import type { InterestPage } from "@/lib/interests/queries";
import { ProjectTitle } from "../projects/project-title";
import { Badge } from "../ui/badge";
import { Breadcrumbs } from "../ui/breadcrumbs";
import { LinkButton } from "../ui/link-button";
import { PageHeader } from "../ui/page-header";
import { StateBadge } from "./state-badge";

type InterestHeadProps = { interest: InterestPage; isInRoom: boolean; locale: Locale };

/** Which project, where it stands, since when, and whose turn it is. */
export function InterestHead({ interest, isInRoom, locale }: InterestHeadProps) {
  const t = getTranslator(locale, "interests");
  const { party, state, projectSlug } = interest;
  const awaited = awaitedParty(state);
  const isOnline = interest.moderation === "published" && isThere({ status: interest.otherStatus });
  const isProjectOver = interest.moves.some(isEndedWithProject);
  const project = path(locale, `/projects/${projectSlug}`);
  return (
    <PageHeader
      actions={
        <>
          {isInRoom && !isRevealed(interest) ? (
            <LinkButton
              href={`${project}/room`}
              variant={awaited === party ? "secondary" : "primary"}
            >
              {t("page.room")}
            </LinkButton>
          ) : null}
          {isOnline || party === "owner" ? (
            <LinkButton href={project} variant="secondary">
              {t("page.project")}
            </LinkButton>
          ) : null}
        </>
      }
      before={
        <Breadcrumbs
          items={[
            {
              label: getTranslator(locale, "exchanges")("title"),
              href: path(locale, "/exchanges"),
            },
          ]}
          label={getTranslator(locale, "ui")("breadcrumbs")}
        />
      }
      eyebrow={
        <>
          {interest.contactEndedOn ? (
            <Badge>{t("state.contactEnded")}</Badge>
          ) : (
            <StateBadge state={state} words={stateWords(state, party === "owner", locale)} />
          )}
          {awaited ? (
            <Badge tone={awaited === party ? "warning" : "neutral"}>
              {t(awaited === party ? "turn.mine" : "turn.theirs")}
            </Badge>
          ) : null}
          <span>{clockWords(interest, locale)}</span>
        </>
      }
      lead={
        <>
          {t("page.sent", { day: formatDay(interest.createdAt, locale) })}
          {interest.contactEndedOn ? (
            <span className="block">
              {t("page.contactEnded", { day: formatDay(interest.contactEndedOn, locale) })}
            </span>
          ) : null}
          {isProjectOver ? <span className="block">{t("page.projectOver")}</span> : null}
        </>
      }
      title={<ProjectTitle locale={locale} project={interest} />}
    />
  );
}
