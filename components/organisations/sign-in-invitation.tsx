import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { SilkPicture } from "../shell/silk-picture";
import { Card } from "../ui/card";
import { LinkButton } from "../ui/link-button";

type SignInInvitationProps = {
  locale: Locale;
  /** Where to come back to, without language. */
  next: string;
  about: "list" | "page";
};

/** What a visitor would see here as a member, and the way in. */
export function SignInInvitation({ locale, next, about }: SignInInvitationProps) {
  const t = getTranslator(locale, "organisations");
  return (
    <Card as="section" className="no-print" labelledBy="invitation">
      <SilkPicture alt="" className="mb-4 block w-44 sm:float-right sm:mb-0 sm:ml-6" />
      <h2 className="font-semibold text-lg" id="invitation">
        {t(`invitation.${about}.title`)}
      </h2>
      <p className="mt-1 max-w-measure text-secondary">{t(`invitation.${about}.text`)}</p>
      <p className="mt-4">
        <LinkButton href={path(locale, "/sign-in", { next: path(locale, next) })}>
          {t("invitation.signIn")}
        </LinkButton>
      </p>
    </Card>
  );
}
