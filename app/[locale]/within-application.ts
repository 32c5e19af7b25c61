import { getApplicant } from "@/lib/applications/access.queries";
import { isFormStep } from "@/lib/applications/form-steps";
import { getOwnApplication } from "@/lib/applications/queries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";

/** Whether a page is one of an application that is being filled in: its list, a page of its form, the last check. */
export async function isWithinApplication(
  current: string,
  viewer: Viewer | null,
  locale: Locale,
): Promise<boolean> {
  const [, page] = /^\/apply(?:\/([\w-]+))?(?:$|\?(?!.*invitation=))/.exec(current) ?? [null, null];
  if (viewer || page === null) return false;
  if (page) return isFormStep(page) || ["check", "same-organisation"].includes(page);
  return (await getOwnApplication(await getApplicant(), locale))?.state === "draft";
}
