import { redirect } from "next/navigation";
import { getApplicant } from "@/lib/applications/access.queries";
import { getOwnApplication, type OwnApplication } from "@/lib/applications/queries";
import type { Locale } from "@/lib/core/i18n/locales";
import { path } from "@/lib/core/paths";

/** The application this browser holds the key to; without one, the way is to the start. */
export async function requireApplication(locale: Locale): Promise<OwnApplication> {
  const application = await getOwnApplication(await getApplicant(), locale);
  return application ?? redirect(path(locale, "/apply"));
}

/** The same, as long as it can still be changed; afterwards the way is to its status. */
export async function requireDraft(locale: Locale): Promise<OwnApplication> {
  const application = await requireApplication(locale);
  return application.state === "draft" ? application : redirect(path(locale, "/apply/status"));
}
