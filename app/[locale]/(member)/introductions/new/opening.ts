import { getActivity } from "@/lib/activities/queries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { type About, openingWords, type Subject } from "@/lib/introductions/about";
import { getFit } from "@/lib/matching/fits.queries";
import { commonWords, reasonLine } from "@/lib/matching/reason-words";
import { organisationName } from "@/lib/organisations/organisation-name";
import { getOrganisation } from "@/lib/organisations/queries";

/** What a message starts with that is written coming from something the viewer reads; undefined where they do not, or it has no title. */
export async function readOpening(
  viewer: Viewer,
  about: About,
  memberId: string,
  locale: Locale,
): Promise<string | undefined> {
  const subject = await readSubject(viewer, about, memberId, locale);
  return subject?.title ? openingWords({ ...subject, title: subject.title }, locale) : undefined;
}

type Untitled = Omit<Subject, "title"> & { title: string | undefined };

async function readSubject(
  viewer: Viewer,
  { kind, slug }: About,
  memberId: string,
  locale: Locale,
): Promise<Untitled | null> {
  if (kind === "activity") {
    return { kind, title: (await getActivity(viewer, slug, locale))?.title?.text };
  }
  if (kind === "organisation") {
    const found = await getOrganisation(viewer, slug);
    return found && { kind, title: organisationName(found, locale).text };
  }
  const fit = await getFit(viewer, slug, memberId, locale);
  if (!fit) return null;
  const title = fit.title?.text;
  if (!fit.isOwn) {
    return { kind, title, reason: fit.reason ? commonWords(fit.reason, locale) : "" };
  }
  // Whoever fits reads of themselves, as on their own page of suggestions.
  const reason = fit.reason ? reasonLine(fit.reason, "mine", locale) : "";
  return { kind: "ownProject", title, reason };
}
