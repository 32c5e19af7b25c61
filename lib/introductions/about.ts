import { z } from "zod";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { choice } from "@/lib/core/text/fields";
import { isSlug } from "@/lib/core/text/slug";
import { WORDS_MAX } from "./introduction-limits";

const ABOUT_KINDS = ["project", "activity", "organisation"] as const;

/** What a reader came from when they ask somebody, by its address. */
export type About = { kind: (typeof ABOUT_KINDS)[number]; slug: string };

/** What the address of the page that asks says: whom, and coming from what (`project/castings`). */
export function askAddress(to: string, about?: About): string {
  const said = about && { about: `${about.kind}/${about.slug}` };
  return `/introductions/new?${new URLSearchParams({ to, ...said })}`;
}

const aboutInput = z.tuple([choice(ABOUT_KINDS), z.string().refine(isSlug)]);

/** Reads `about` of such an address; null for anything else. */
export function readAbout(value: string | undefined): About | null {
  const read = aboutInput.safeParse(value?.split("/"));
  return read.success ? { kind: read.data[0], slug: read.data[1] } : null;
}

/** What of it is told: its title as the asker reads it, whether it is their own project, and why the two fit, in a sentence. */
export type Subject = { kind: About["kind"] | "ownProject"; title: string; reason?: string };

/** A first message about it in the reader's language, to be sent as it is or changed; without the reason where both are too long. */
export function openingWords({ kind, title, reason = "" }: Subject, locale: Locale): string {
  const t = getTranslator(locale, "introductions");
  const say = (why: string) =>
    t(`opening.${kind}`, { title, reason: why }).replace(/ {2,}/gu, " ").trim();
  const whole = say(reason);
  return whole.length <= WORDS_MAX ? whole : say("");
}
