import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getViewer } from "@/lib/core/auth/viewer";
import { preferredLocale } from "@/lib/core/i18n/accept-language";
import { path } from "@/lib/core/paths";

/** The bare address sends to a language: the account's, else the browser's, else French. */
export default async function LanguageChoice() {
  const viewer = await getViewer();
  const locale = viewer?.locale ?? preferredLocale((await headers()).get("accept-language"));
  redirect(path(locale, "/"));
}
