import { KeepForm } from "@/components/bookmarks/keep-form";
import { keepAction } from "@/lib/bookmarks/actions";
import type { KeptKind } from "@/lib/bookmarks/bookmark";
import { isKept } from "@/lib/bookmarks/queries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";

type KeepProps = {
  kind: KeptKind;
  thing: { id: string; slug: string };
  viewer: Viewer | null;
  locale: Locale;
};

/** On the page of a thing: the button that keeps it, for whoever reads as members do. Visitors ask the database nothing. */
export async function Keep({ kind, thing: { id, slug }, viewer, locale }: KeepProps) {
  const kept = await isKept(viewer, kind, id);
  if (kept === null) return null;
  return <KeepForm action={keepAction} isKept={kept} locale={locale} thing={{ kind, slug }} />;
}
