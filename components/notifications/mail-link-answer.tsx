import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { MailGroup } from "@/lib/core/mail/mail-groups";
import { path } from "@/lib/core/paths";
import { MoveForm } from "../ui/move-form";
import { NarrowPage } from "../ui/narrow-page";

type MailLinkAnswerProps = {
  group: MailGroup;
  isOff: boolean;
  token: string;
  locale: Locale;
  actions: Record<"stop" | "resume", FormAction>;
};

/** What a mail's link switches, and the button that does it. */
export function MailLinkAnswer({ group, isOff, token, locale, actions }: MailLinkAnswerProps) {
  const t = getTranslator(locale, "notifications");
  return (
    <NarrowPage
      after={
        <p>
          {t("unsubscribe.others")}{" "}
          <a href={path(locale, "/account#mails")}>{t("unsubscribe.account")}</a>
        </p>
      }
      title={t("unsubscribe.title")}
    >
      <div className="space-y-5">
        <p>{isOff ? t("unsubscribe.stopped") : t("unsubscribe.stopLead")}</p>
        <div className="border-hairline border-l-2 pl-4">
          <p className="font-semibold">{t(`groups.${group}.label`)}</p>
          <p className="text-secondary text-sm">{t(`groups.${group}.hint`)}</p>
        </div>
        {isOff && group === "newsletter" ? (
          <a href={path(locale, "/account#consents")}>{t("unsubscribe.agreeAgain")}</a>
        ) : (
          <MoveForm
            action={isOff ? actions.resume : actions.stop}
            hidden={{ token }}
            key={String(isOff)}
            label={isOff ? t("unsubscribe.resume") : t("unsubscribe.stop")}
            locale={locale}
            scope="unsubscribe"
            variant={isOff ? "secondary" : "primary"}
          />
        )}
      </div>
    </NarrowPage>
  );
}
