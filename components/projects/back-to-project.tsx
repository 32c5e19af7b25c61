import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { Breadcrumbs } from "../ui/breadcrumbs";

/** The way from a page of one's own project back to the project. */
export function BackToProject({ slug, locale }: { slug: string; locale: Locale }) {
  const label = getTranslator(locale, "projects")("editor.back");
  return (
    <Breadcrumbs
      items={[{ label, href: path(locale, `/projects/${slug}`) }]}
      label={getTranslator(locale, "ui")("breadcrumbs")}
    />
  );
}
