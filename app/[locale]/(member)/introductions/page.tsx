import { permanentRedirect } from "next/navigation";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { path } from "@/lib/core/paths";

/** Where the list stood before: it is one with what else is between two members. */
export default async function IntroductionsPage({ params }: PageProps) {
  permanentRedirect(path(await pageLocale(params), "/exchanges"));
}
