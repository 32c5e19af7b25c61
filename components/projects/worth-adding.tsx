import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { gapName } from "@/lib/entries/noun-words";
import { PROJECTS } from "@/lib/projects/project";
import { type FoundBy, listWorthAdding } from "@/lib/projects/worth-adding";

type WorthAddingProps = { content: FoundBy; slug: string; locale: Locale };

/** What its owner may add so that the right partners find the project, each with the way to it. */
export function WorthAdding({ content, slug, locale }: WorthAddingProps) {
  const lacking = listWorthAdding(content);
  if (lacking.length === 0) return null;
  return (
    <div className="mt-2">
      <p>{getTranslator(locale, "projects")("owner.worthAdding")}</p>
      <ul className="flex flex-wrap gap-x-4">
        {lacking.map(({ field, section }) => (
          <li key={field}>
            <a
              className="inline-block py-1 font-semibold pointer-coarse:py-2.5"
              href={path(locale, `/projects/${slug}/edit?step=${section}#field-${field}`)}
            >
              {gapName(PROJECTS, field, locale)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
