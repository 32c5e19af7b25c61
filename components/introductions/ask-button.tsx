import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { inBrackets } from "@/lib/core/i18n/word-list";
import { path } from "@/lib/core/paths";
import { type About, askAddress } from "@/lib/introductions/about";
import { LinkButton } from "../ui/link-button";
import { VisuallyHidden } from "../ui/visually-hidden";

type AskButtonProps = {
  /** Whom, by the address of their page. */
  to: string;
  /** What the reader comes from: the message begins with it. */
  about?: About;
  /** In a list: whose button it is. */
  person?: string;
  locale: Locale;
};

/** The way to propose an exchange, one of several in a list where it names the person, else the first thing a page offers. */
export function AskButton({ to, about, person, locale }: AskButtonProps) {
  return (
    <LinkButton
      className={person ? "relative z-10" : ""}
      href={path(locale, askAddress(to, about))}
      size={person ? "small" : undefined}
      variant={person ? "secondary" : undefined}
    >
      {getTranslator(locale, "introductions")("ask.button")}
      {person ? <VisuallyHidden>{inBrackets(person, locale)}</VisuallyHidden> : null}
    </LinkButton>
  );
}
