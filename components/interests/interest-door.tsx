import type { Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { interestRefusal } from "@/lib/interests/policy";
import type { Approach } from "@/lib/interests/sending.queries";
import { Icon } from "../ui/icon";
import { LinkButton } from "../ui/link-button";

type InterestDoorProps = { viewer: Viewer; approach: Approach; locale: Locale };

/** What a member does about somebody's project: express interest, see what they sent, or read why not. */
export function InterestDoor({ viewer, approach, locale }: InterestDoorProps) {
  const t = getTranslator(locale, "interests");
  const { slug, standingId } = approach;
  const refusal = standingId ? null : interestRefusal(viewer, approach, today());
  if (refusal) {
    return (
      <p className="mb-8 flex max-w-measure gap-2 text-secondary">
        <Icon className="mt-[0.2em] size-4.5 text-muted" name="info" />
        {getTranslator(locale, "errors")(refusal)}
      </p>
    );
  }
  const to = standingId ? `/interests/${standingId}` : `/projects/${slug}/interest`;
  return (
    <div className="no-print mb-8 flex flex-wrap items-center gap-x-4 gap-y-2">
      <LinkButton href={path(locale, to)}>
        {t(standingId ? "door.open" : "door.express")}
      </LinkButton>
      {standingId ? null : <p className="text-muted text-sm">{t("door.hint")}</p>}
    </div>
  );
}
