import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { LinkButton } from "./link-button";

type SignInAgainProps = {
  /** The page to come back to, without its language. */
  here: string;
  locale: Locale;
};

/** For whoever has no password and has not just signed in. */
export function SignInAgain({ here, locale }: SignInAgainProps) {
  const t = getTranslator(locale, "accounts");
  return (
    <>
      <p className="mb-5">{t("address.again")}</p>
      <LinkButton href={path(locale, "/sign-in", { again: "1", next: path(locale, here) })}>
        {t("address.signIn")}
      </LinkButton>
    </>
  );
}
