import type { AffiliationRole } from "@/db/enums";
import { isActiveMember, type Viewer } from "@/lib/core/auth/viewer-type";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { GraveMove } from "../ui/grave-move";
import { LinkButton } from "../ui/link-button";
import { MoveForm } from "../ui/move-form";
import { NarrowPage } from "../ui/narrow-page";
import { Notice } from "../ui/notice";

type InvitationAnswerProps = {
  organisation: string;
  /** What they become in it. */
  role: AffiliationRole;
  club: string;
  token: string;
  viewer: Viewer | null;
  /** Whether the account one is signed in with has the invited address. */
  isOwn: boolean;
  locale: Locale;
  actions: Record<"accept" | "decline", FormAction>;
};

/** Which organisation invites, and what the holder of the link can do: the same words whether the address has an account. */
export function InvitationAnswer(props: InvitationAnswerProps) {
  const { organisation, role, club, token, viewer, isOwn, locale, actions } = props;
  const t = getTranslator(locale, "affiliations");
  const here = path(locale, "/invitation", { token });
  const decline = (
    <GraveMove consequence={t("invitation.declineText")} label={t("invitation.decline")}>
      <MoveForm
        action={actions.decline}
        hidden={{ token }}
        label={t("invitation.declineTitle")}
        locale={locale}
        scope="decline"
        variant="danger"
      />
    </GraveMove>
  );
  const answer = (
    <div className="flex flex-wrap items-start gap-3">
      <MoveForm
        action={actions.accept}
        hidden={{ token }}
        label={t("invitation.accept", { organisation })}
        locale={locale}
        scope="accept"
      />
      {decline}
    </div>
  );
  const inactive = (
    <Notice title={t("invitation.inactiveTitle")} tone="warning">
      <p>{t("invitation.inactive")}</p>
      <p>
        <a href={path(locale, "/account")}>{t("invitation.account")}</a>
      </p>
    </Notice>
  );
  const other = (
    <Notice title={t("invitation.otherTitle")} tone="warning">
      {t("invitation.other")}
    </Notice>
  );
  const asMember = isActiveMember(viewer) ? answer : inactive;
  return (
    <NarrowPage
      lead={t("invitation.lead", { organisation, club, role })}
      title={t("invitation.title")}
    >
      {viewer ? (
        (isOwn && asMember) || other
      ) : (
        <div className="space-y-6">
          <Way
            href={path(locale, "/sign-in", { next: here })}
            label={t("invitation.signIn")}
            text={t("invitation.memberText")}
            title={t("invitation.member")}
          />
          <Way
            href={path(locale, "/apply", { invitation: token })}
            label={t("invitation.apply")}
            text={t("invitation.strangerText", { organisation })}
            title={t("invitation.stranger")}
          />
          {decline}
        </div>
      )}
    </NarrowPage>
  );
}

type WayProps = { title: string; text: string; label: string; href: string };

function Way({ title, text, label, href }: WayProps) {
  return (
    <section className="space-y-2">
      <h2 className="font-semibold text-lg">{title}</h2>
      <p className="text-secondary">{text}</p>
      <p>
        <LinkButton href={href} variant="secondary">
          {label}
        </LinkButton>
      </p>
    </section>
  );
}
