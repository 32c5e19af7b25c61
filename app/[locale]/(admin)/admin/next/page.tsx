import { redirect } from "next/navigation";
import { requireStaff } from "@/lib/core/auth/viewer";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { path } from "@/lib/core/paths";
import { listQueue } from "@/lib/moderation/queries";
import { queueFilters, readPlace } from "@/lib/moderation/queue.schema";
import { dossierOf, openedFrom } from "@/lib/moderation/queue-address";
import { isAsked, nextAfter } from "@/lib/moderation/queue-order";

/** Leads on to what follows in the queue, and to the queue when nothing does; what was just done is said there. */
export default async function NextPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireStaff();
  const asked = await searchParams;
  const { page: _, ...filters } = queueFilters.parse(asked);
  const items = await listQueue(viewer, locale);
  const now = new Date();
  const next = nextAfter(
    items.filter((item) => isAsked(item, filters, now)),
    readPlace(asked),
  );
  const { notice } = asked;
  redirect(
    next
      ? path(locale, dossierOf(next), { ...openedFrom(next, filters), notice })
      : path(locale, "/admin", { ...filters, notice }),
  );
}
