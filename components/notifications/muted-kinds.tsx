import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { mailGroupOf } from "@/lib/core/mail/mail-groups";
import type { MailKind } from "@/lib/core/mail/render-mail";
import { kindExample } from "@/lib/notifications/notice-view";
import { MoveForm } from "../ui/move-form";

type MutedKindsProps = { kinds: readonly MailKind[]; locale: Locale; unmute: FormAction };

/** The kinds that one has muted, each with the way back; nothing without any. */
export function MutedKinds({ kinds, locale, unmute }: MutedKindsProps) {
  if (kinds.length === 0) return null;
  const t = getTranslator(locale, "notifications");
  const groupLabel = (kind: MailKind) => {
    const group = mailGroupOf(kind);
    return group && t(`groups.${group}.label`);
  };
  return (
    <div className="mt-8">
      <h3 className="font-semibold">{t("switches.muted.title")}</h3>
      <p className="mt-1 text-secondary">{t("switches.muted.lead")}</p>
      <ul className="mt-3 divide-y divide-hairline border-hairline border-y">
        {kinds.map((kind) => (
          <li className="flex flex-wrap items-center justify-between gap-x-6 py-2" key={kind}>
            <span>
              <span className="block text-muted text-sm">{groupLabel(kind)}</span>
              {kindExample(kind, locale)}
            </span>
            <MoveForm
              action={unmute}
              hidden={{ kind, back: "account" }}
              label={t("switches.muted.unmute")}
              locale={locale}
              scope={`muted ${kind}`}
              size="small"
              variant="secondary"
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
