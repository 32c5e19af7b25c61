import type { EntryKind, EntryLevel, EventAudience, ModerationState } from "@/db/enums";
import type { ReferenceList } from "@/db/reference/lists";
import type { Catalogue } from "@/lib/core/i18n/catalogues";
import type { Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import type { Weave } from "@/lib/core/swatches/swatch";
import type { ContentOf, Description } from "./description";

/** A kind of entry, as what all entries share knows it. */
export type Noun = {
  kind: EntryKind;
  fields: Description;
  /** Why the club team refuses one. */
  refusals: ReferenceList;
  /** The catalogue in which it speaks for itself: `projects`. */
  words: NounNamespace;
  /** Of the cloth that its swatches are cut from. */
  weave: Weave;
  /** What members write below one, where that is no question. */
  below?: "answer";
};

/** Where the pages of each kind stand, without language. */
export const ENTRY_PATHS: Record<EntryKind, string> = {
  project: "/projects",
  experience: "/experiences",
  cooperation: "/cooperations",
  heritage: "/heritage",
  page: "/admin/pages",
  ask: "/ask",
  event: "/events",
};

export type EntryPlace = { entryKind: EntryKind; slug: string };

/** The page of an entry, without language. */
export const pageOf = ({ entryKind, slug }: EntryPlace) => `${ENTRY_PATHS[entryKind]}/${slug}`;

type Words = Record<string, string>;

/** The least that such a catalogue holds. Texts are called by `fields`, all else by `facts`. */
export type NounCatalogue = {
  untitled: string;
  list: { title: string };
  fields: Words;
  facts: Words;
  hints: Words;
  /** When a field is optional that is needed at times: "(optional online)". */
  optional?: Words;
  steps: Words;
  stepHints: Words;
  editor: { title: string; back: string; steps: string; submit: string };
  state: Record<ModerationState, { title: string; text: string }>;
  owner: {
    label: string;
    edit: string;
    propose: string;
    reopen: string;
    withdraw: string;
    withdrawConsequence: string;
    asideConsequence: string;
    withdrawConfirm: string;
    /** The same of what is not online, where that is called otherwise. */
    aside?: string;
    asideConfirm?: string;
    archive?: string;
    archiveConsequence?: string;
    archiveConfirm?: string;
  };
  history: { title: string; emptyText: string; published: string };
  /** The values of a `state`, and what follows from one (`contactsHint`). */
  choices?: Record<string, Words>;
  /** On the page on which a draft is deleted. */
  remove?: Words;
};

type NounNamespace = {
  [Name in keyof Catalogue]: Catalogue[Name] extends NounCatalogue ? Name : never;
}[keyof Catalogue];

/** What every entry holds, whatever its kind; some say who reads its full text. */
export type EntryContent = {
  originalLocale: Locale;
  title: LocalizedText;
  textLevel?: EntryLevel;
  /** Of an event: who comes upon it at all. */
  audience?: EventAudience;
};

/** All that is written and chosen in one of this kind. */
export type ContentIn<Of extends Noun> = ContentOf<Of["fields"]> & EntryContent;
