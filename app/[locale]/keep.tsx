import { KeepForm } from "@/components/bookmarks/keep-form";
import { keepAction } from "@/lib/bookmarks/actions";
import type { KeptKind } from "@/lib/bookmarks/bookmark";
import { isKept } from "@/lib/bookmarks/queries";
import { mayAct } from "@/lib/core/auth/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";

type KeepProps = {
  kind: KeptKind;
  /** `isKept` where it was read with the thing already. */
  thing: { id: string; slug: string; isKept?: boolean };
  viewer: Viewer | null;
  locale: Locale;
};

/** On the page of a thing: the button that keeps it, for whoever may write. Visitors ask the database nothing. */
export async function Keep({ kind, thing, viewer, locale }: KeepProps) {
  if (!mayAct(viewer)) return null;
  const { id, slug } = thing;
  const kept = thing.isKept ?? (await isKept(viewer, kind, id)) ?? false;
  return (
    <div className="mb-8">
      <KeepForm action={keepAction} isKept={kept} locale={locale} thing={{ kind, slug }} />
    </div>
  );
}
