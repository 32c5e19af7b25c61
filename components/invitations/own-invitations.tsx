import { formatDay } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { OwnInvitation } from "@/lib/invitations/queries";
import { Badge } from "../ui/badge";
import { MoveForm } from "../ui/move-form";

type OwnInvitationsProps = { rows: OwnInvitation[]; revoke: FormAction; locale: Locale };

const TONE = { open: "warning", used: "success", revoked: "neutral", expired: "neutral" } as const;

/** Whom a member has invited, and where each invitation stands; one that waits can be taken back. */
export function OwnInvitations({ rows, revoke, locale }: OwnInvitationsProps) {
  const t = getTranslator(locale, "invitations");
  if (rows.length === 0) return <p className="text-muted">{t("empty")}</p>;
  return (
    <ul className="divide-y divide-hairline border-hairline border-y">
      {rows.map(({ id, name, email, state, createdAt, expiresAt }) => (
        <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-4" key={id}>
          <div className="min-w-0">
            <p className="font-semibold" dir="auto">
              {name}
            </p>
            <p className="break-all text-secondary text-sm">{email}</p>
            <p className="mt-1 flex flex-wrap items-center gap-2 text-muted text-sm">
              <Badge tone={TONE[state]}>{t(`states.${state}`)}</Badge>
              <span>{t("sentOn", { date: formatDay(createdAt, locale) })}</span>
              {state === "open" ? (
                <span>{t("until", { date: formatDay(expiresAt, locale) })}</span>
              ) : null}
            </p>
          </div>
          {state === "open" ? (
            <MoveForm
              action={revoke}
              hidden={{ invitationId: id }}
              label={
                <>
                  {t("revoke")}
                  <span className="sr-only">{` · ${name}`}</span>
                </>
              }
              locale={locale}
              scope={`revoke-${id}`}
              size="small"
              variant="secondary"
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
}
