import { redirect } from "next/navigation";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { path } from "@/lib/core/paths";

type ClaimsPageProps = { params: Promise<{ locale: string }> };

/** Where they stood before the queue could be narrowed to them. */
export default async function ClaimsPage({ params }: ClaimsPageProps) {
  redirect(path(await pageLocale(params), "/admin", { kind: "claim" }));
}
