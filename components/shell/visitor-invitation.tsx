import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { buttonStyle } from "../ui/button-style";
import { Card } from "../ui/card";
import { LinkButton } from "../ui/link-button";
import { SignInLink } from "./sign-in-link";
import { SilkPicture } from "./silk-picture";

type VisitorInvitationProps = {
  title: string;
  text: string;
  locale: Locale;
  /** Where to come back to, without language. */
  next: string;
  isSignedIn?: boolean;
};

/**
 * What a visitor would see here as a member, and the two ways in: most who meet a wall are no members yet. Who is signed
 * in and no active member has neither to take.
 */
export function VisitorInvitation(props: VisitorInvitationProps) {
  const { title, text, locale, next, isSignedIn = false } = props;
  const t = getTranslator(locale, "shell");
  return (
    <Card as="section" className="no-print" labelledBy="invitation">
      <SilkPicture alt="" className="mb-4 block w-44 sm:float-right sm:mb-0 sm:ml-6" />
      <h2 className="font-semibold text-lg" id="invitation">
        {title}
      </h2>
      <p className="mt-1 max-w-measure text-secondary">{text}</p>
      {isSignedIn ? null : (
        <p className="mt-4 flex flex-wrap gap-3">
          <LinkButton href={path(locale, "/apply")}>{t("nav.apply")}</LinkButton>
          <SignInLink
            className={buttonStyle("secondary")}
            href={path(locale, "/sign-in", { next: path(locale, next) })}
            label={t("menu.signIn")}
          />
        </p>
      )}
    </Card>
  );
}
