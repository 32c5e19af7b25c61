import { MailSwitchesForm } from "@/components/notifications/mail-switches-form";
import { MutedKinds } from "@/components/notifications/muted-kinds";
import { RhythmForm } from "@/components/notifications/rhythm-form";
import { Notice } from "@/components/ui/notice";
import { SideSection } from "@/components/ui/side-section";
import type { DigestRhythm } from "@/db/enums";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { MailGroup } from "@/lib/core/mail/mail-groups";
import type { MailKind } from "@/lib/core/mail/render-mail";
import { path } from "@/lib/core/paths";
import {
  chooseMailsAction,
  chooseRhythmAction,
  unmuteKindAction,
} from "@/lib/notifications/actions";

type MailsSectionProps = {
  viewer: Viewer;
  locale: Locale;
  wanted: MailGroup[];
  muted: MailKind[];
  rhythm: DigestRhythm;
  timeZone: string | null;
  /** Letters came back from their address. */
  isResting: boolean;
};

/** Which mails one gets. */
export function MailsSection(props: MailsSectionProps) {
  const { viewer, locale, wanted, muted, isResting, ...digest } = props;
  const t = getTranslator(locale, "notifications");
  // What is always sent is sent to whoever has left, too; nothing that is chosen here.
  const hasLeft = viewer.status === "left";
  if (hasLeft && !isResting) return null;
  return (
    <SideSection
      id="mails"
      lead={hasLeft ? undefined : t("switches.lead")}
      title={t("switches.title")}
    >
      {isResting ? (
        <Notice className="mb-8" title={t("switches.resting.title")} tone="warning">
          <p>{t("switches.resting.text")}</p>
          <a href={path(locale, "/account/address")}>{t("switches.resting.change")}</a>
        </Notice>
      ) : null}
      {hasLeft ? null : (
        <>
          <RhythmForm action={chooseRhythmAction} locale={locale} {...digest} />
          <MailSwitchesForm
            action={chooseMailsAction}
            locale={locale}
            viewer={viewer}
            wanted={wanted}
          />
          <MutedKinds kinds={muted} locale={locale} unmute={unmuteKindAction} />
        </>
      )}
    </SideSection>
  );
}
