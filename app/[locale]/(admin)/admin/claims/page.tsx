import { redirect } from "next/navigation";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { path } from "@/lib/core/paths";

/** Where they stood before the queue could be narrowed to them. */
export default async function ClaimsPage({ params }: PageProps) {
  redirect(path(await pageLocale(params), "/admin", { kind: "claim" }));
}
