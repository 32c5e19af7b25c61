import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { SimilarOrganisation } from "@/lib/organisations/similar.queries";
import { Card } from "../ui/card";
import { LinkButton } from "../ui/link-button";

type SimilarListProps = {
  locale: Locale;
  found: SimilarOrganisation[];
  asked: { name: string; number: string };
};

const BY = {
  name: "similar.byName",
  number: "similar.byNumber",
  alike: "similar.byAlike",
} as const;

/** What the club has of this name or number, or of a name like it: open it, join it; or, of another number, say that it is another one. */
export function SimilarList({ locale, found, asked }: SimilarListProps) {
  const t = getTranslator(locale, "organisations");
  const isAlike = found.every(({ by }) => by === "alike");
  const isSameNumber = found.some(({ by }) => by === "number");
  const again = { name: asked.name, registrationId: asked.number };
  return (
    <section aria-labelledby="similar" className="max-w-2xl">
      <h2 className="mb-4 font-semibold text-xl" id="similar">
        {t(isAlike ? "similar.titleAlike" : "similar.title", { count: found.length })}
      </h2>
      <ul className="space-y-4">
        {found.map(({ id, slug, name, place, by }) => (
          <Card as="li" key={id}>
            <p className="font-semibold text-lg" lang={LANGUAGE_TAG[name.lang]}>
              {name.text}
            </p>
            <p className="text-muted text-sm">
              {[t(BY[by]), place].filter(Boolean).join("\u00a0· ")}
            </p>
            <p className="mt-4 flex flex-wrap gap-3">
              <LinkButton href={path(locale, `/organisations/${slug}`)}>
                {t("similar.open")}
              </LinkButton>
              <LinkButton href={path(locale, `/organisations/${slug}/people`)} variant="secondary">
                {t("similar.join")}
              </LinkButton>
            </p>
          </Card>
        ))}
      </ul>
      <p className="mt-6 flex flex-wrap gap-x-6 gap-y-3">
        {isSameNumber ? null : (
          <LinkButton
            href={path(locale, "/organisations/new", { ...again, another: "on" })}
            variant="secondary"
          >
            {t("similar.another")}
          </LinkButton>
        )}
        <a
          className="inline-flex min-h-11 items-center"
          href={path(locale, "/organisations/new", { ...again, change: "on" })}
        >
          {t("similar.back")}
        </a>
      </p>
    </section>
  );
}
