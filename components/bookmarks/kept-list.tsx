import { type KeptKind, keptPath } from "@/lib/bookmarks/bookmark";
import type { KeptThing } from "@/lib/bookmarks/queries";
import { formatDay } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { shownName } from "@/lib/members/member-card";
import { organisationName } from "@/lib/organisations/organisation-name";
import { Badge } from "../ui/badge";
import { KeepForm } from "./keep-form";

type KeptListProps = { kept: readonly KeptThing[]; locale: Locale; letGo: FormAction | null };

/** What somebody keeps, each with the way to it and the button that lets it go where they may. */
export function KeptList({ kept, locale, letGo }: KeptListProps) {
  const t = getTranslator(locale, "bookmarks");
  const kinds: Record<KeptKind, string> = {
    project: t("kinds.project"),
    experience: t("kinds.experience"),
    organisation: t("kinds.organisation"),
    activity: t("kinds.activity"),
    member: t("kinds.member"),
  };
  return (
    <ul aria-label={t("label")} className="divide-y divide-hairline border-hairline border-y">
      {kept.map((thing) => {
        const { text, lang } = calledIn(thing, locale);
        const { kind, slug } = thing;
        return (
          <li
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-4"
            key={`${kind}/${slug}`}
          >
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-2 text-muted text-sm">
                <Badge>{kinds[kind]}</Badge>
                {t("since", { day: formatDay(thing.keptAt, locale) })}
              </p>
              <a
                className="wrap-anywhere mt-1 inline-block font-semibold"
                dir="auto"
                href={path(locale, keptPath(thing))}
                lang={lang ? LANGUAGE_TAG[lang] : undefined}
              >
                {text ?? t("untitled")}
              </a>
            </div>
            {letGo ? (
              <KeepForm
                about={text ?? t("untitled")}
                action={letGo}
                isKept
                locale={locale}
                thing={{ kind, slug }}
              />
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

function calledIn(thing: KeptThing, locale: Locale): { text: string | null; lang: Locale | null } {
  if (thing.kind === "member") {
    const { text, isChinese } = shownName(thing, locale);
    return { text: text || null, lang: isChinese ? "zh" : null };
  }
  const { title, originalLocale, slug } = thing;
  if (thing.kind === "organisation") {
    return organisationName({ name: title, originalLocale, slug }, locale);
  }
  return pickText(title, locale, originalLocale) ?? { text: null, lang: null };
}
