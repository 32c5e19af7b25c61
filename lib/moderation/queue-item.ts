import type { EntryKind } from "@/db/enums";
import type { Locale } from "../core/i18n/locales";

/** What waits for the club team. */
export type QueueItem = {
  kind: "account" | "application" | "claim" | "revision" | "report" | EntryKind;
  id: string;
  /** That of an application or account is a person's name, of a claim an organisation's; a person's has no language (`lang` null). */
  title: { text: string; lang: Locale | null };
  /** Who proposes or asks, or the organisation of an applicant. */
  owner: string;
  /** An application's: when its last answer came, which the promised days count from. */
  submittedAt: Date;
  /** It is online already, and somebody of the club team is to read it. */
  isToRead: boolean;
  /** The viewer's own: somebody else decides. */
  isOwn: boolean;
  /** Who of the club team has it; null as long as nobody does. */
  taker: { name: string; isViewer: boolean } | null;
};
