import { eq } from "drizzle-orm";
import { makeAsk } from "@/db/ask-factory";
import type { Transaction } from "@/db/client";
import { makeCooperation } from "@/db/cooperation-factory";
import type { EntryKind } from "@/db/enums";
import { makeEvent } from "@/db/event-factory";
import { makeExperience } from "@/db/experience-factory";
import { type makeMember, makeOrganisation, makeProject } from "@/db/factories";
import { makeHeritage } from "@/db/heritage-factory";
import { makePage } from "@/db/page-factory";
import { affiliations } from "@/db/schema/affiliations";
import { pages } from "@/db/schema/pages";
import { ASK_VERBS } from "@/lib/asks/noun.queries";
import * as askReads from "@/lib/asks/queries";
import * as cooperationFilters from "@/lib/cooperations/cooperation-filters";
import { COOPERATION_VERBS } from "@/lib/cooperations/noun.queries";
import * as cooperationReads from "@/lib/cooperations/queries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import type { MailKind } from "@/lib/core/mail/render-mail";
import { listAddresses, listNewest, type Newest } from "@/lib/entries/newest.queries";
import type { NounVerbs } from "@/lib/entries/noun-verbs";
import type { SightFacts } from "@/lib/entries/policy";
import { isPublished } from "@/lib/entries/sight.queries";
import { listNextEvents } from "@/lib/events/agenda.queries";
import { EVENT_VERBS } from "@/lib/events/noun.queries";
import * as eventReads from "@/lib/events/queries";
import * as experienceFilters from "@/lib/experiences/experience-filters";
import { listExperiences } from "@/lib/experiences/listing.queries";
import { EXPERIENCE_VERBS } from "@/lib/experiences/noun.queries";
import * as experienceReads from "@/lib/experiences/queries";
import { HERITAGE_VERBS } from "@/lib/heritage/noun.queries";
import * as heritageReads from "@/lib/heritage/queries";
import { getPageInForce } from "@/lib/pages/in-force.queries";
import { PAGE_VERBS } from "@/lib/pages/noun.queries";
import type { ClubPage } from "@/lib/pages/page";
import { getPage } from "@/lib/pages/queries";
import * as projectReads from "@/lib/projects/listing.queries";
import { PROJECT_VERBS } from "@/lib/projects/noun.queries";
import * as projectFilters from "@/lib/projects/project-filters";
import { getProject } from "@/lib/projects/queries";
import { getProjectInSight } from "@/lib/projects/sight.queries";

export type Person = Awaited<ReturnType<typeof makeMember>>;

type InSight = SightFacts & { id: string; isHidden: boolean };

/** The one that the keeper manages: each has one main organisation, whatever kinds they keep. */
async function organisationOf(tx: Transaction, keeper: Person): Promise<string> {
  const { memberId, organisationId } = affiliations;
  const [own] = await tx
    .select({ id: organisationId })
    .from(affiliations)
    .where(eq(memberId, keeper.memberId));
  return (own ?? (await makeOrganisation(tx, {}, [keeper]))).id;
}

type Cards = Promise<{ cards: { slug: string }[] }>;

/** What differs from kind to kind. */
export type KindRow = {
  verbs: NounVerbs;
  /** What letters call one. */
  called: Record<Locale, string>;
  /** Whose it is: a member's, or the club's, which no erasure touches, kept by whoever manages a party or by nobody else. */
  owner: "member" | "parties" | "none";
  /** A complete draft of the keeper that says `texts`; what is not said of who reads it is as it begins. */
  make(tx: Transaction, keeper: Person, texts: Record<string, LocalizedText>): Promise<MadeEntry>;
  /** Texts that visitors read, and that other members do; of a list, `…First` is its first point. */
  visitorsRead: readonly string[];
  membersRead: readonly string[];
  /** What its keeper hears as it is handed in and comes online, and as an edit does; nothing of what they do alone. */
  keeperHears: { published: readonly MailKind[]; revised: readonly MailKind[] };
  inSight(viewer: Viewer | null, slug: string): Promise<InSight | null>;
  page(viewer: Viewer | null, slug: string): Promise<unknown>;
  /** Its list, as far as `q` is found. */
  list(viewer: Viewer | null, q: string): Cards;
  /** What feeds tell of it, whoever asks. */
  newest?(): Promise<Newest>;
  /** What search engines are told of. */
  addresses(): Promise<{ slug: string }[]>;
};

type MadeEntry = { id: string; version: number };

/** One row a kind: a kind without one does not compile. */
export const KINDS: Record<EntryKind, KindRow> = {
  project: {
    verbs: PROJECT_VERBS,
    called: { fr: "projet", en: "project", zh: "项目" },
    owner: "member",
    make: (tx, { memberId }, texts) =>
      makeProject(tx, memberId, { ...texts, textLevel: "contacts" }),
    visitorsRead: ["title", "teaser"],
    membersRead: ["title", "teaser"],
    keeperHears: {
      published: ["projectPublished", "projectSubmitted"],
      revised: ["revisionPublished"],
    },
    inSight: getProjectInSight,
    page: getProject,
    list: (viewer, q) =>
      projectReads.listPublishedProjects(viewer, { ...projectFilters.NO_FILTERS, q }),
    newest: projectReads.listNewestProjects,
    addresses: projectReads.listPublishedAddresses,
  },
  experience: {
    verbs: EXPERIENCE_VERBS,
    called: { fr: "retour d’expérience", en: "experience", zh: "经验分享" },
    owner: "member",
    make: (tx, { memberId }, texts) => makeExperience(tx, memberId, { ...texts, isTeased: true }),
    visitorsRead: ["title", "adviceFirst"],
    membersRead: [
      ...["title", "story", "adviceFirst", "adviceRest"],
      ...["context", "done", "worked", "failed"],
    ],
    keeperHears: {
      published: ["experiencePublished", "experienceSubmitted"],
      revised: ["revisionPublished"],
    },
    inSight: experienceReads.getInSight,
    page: experienceReads.getExperience,
    list: (viewer, q) => listExperiences(viewer, { ...experienceFilters.NO_FILTERS, q }),
    newest: experienceReads.listNewestExperiences,
    addresses: experienceReads.listPublicAddresses,
  },
  cooperation: {
    verbs: COOPERATION_VERBS,
    called: { fr: "accord", en: "agreement", zh: "合作协议" },
    owner: "parties",
    make: async (tx, keeper, texts) => {
      const lyon = await organisationOf(tx, keeper);
      const china = await makeOrganisation(tx, { country: "cn" });
      return makeCooperation(tx, [lyon, china.id], { ...texts, actOn: "2027-03-31" });
    },
    visitorsRead: ["title", "subject", "outcome"],
    membersRead: ["title", "subject", "outcome", "actWords"],
    keeperHears: { published: ["cooperationPublished"], revised: ["revisionPublished"] },
    inSight: cooperationReads.getCooperation,
    page: cooperationReads.getCooperation,
    list: async (viewer, q) => {
      const asked = { ...cooperationFilters.NO_FILTERS, q };
      return { cards: (await cooperationReads.listCooperations(viewer, asked)).lines };
    },
    newest: cooperationReads.listNewestCooperations,
    addresses: cooperationReads.listPublicAddresses,
  },
  heritage: {
    verbs: HERITAGE_VERBS,
    called: { fr: "contenu", en: "item", zh: "条目" },
    owner: "none",
    make: (tx, _keeper, texts) => makeHeritage(tx, texts),
    visitorsRead: ["title", "figure", "story", "differs"],
    membersRead: ["title", "figure", "story", "differs"],
    keeperHears: { published: [], revised: [] },
    inSight: heritageReads.getHeritageItem,
    page: heritageReads.getHeritageItem,
    list: async (_viewer, q) => ({ cards: await heritageReads.findHeritage(q) }),
    addresses: heritageReads.listPublicAddresses,
  },
  page: {
    verbs: PAGE_VERBS,
    called: { fr: "page", en: "page", zh: "页面" },
    owner: "none",
    make: (tx, _keeper, texts) => makePage(tx, texts),
    visitorsRead: ["title", "lead", "body"],
    membersRead: ["title", "lead", "body"],
    keeperHears: { published: [], revised: [] },
    inSight: getPage,
    page: (_viewer, slug) => getPageInForce(slug as ClubPage, today()),
    // No list or feed tells of them: five addresses do.
    list: async (_viewer, q) => ({
      cards: (await listOnline()).filter((one) => JSON.stringify(one).includes(q)),
    }),
    newest: listOnline,
    addresses: () => listAddresses("page", isPublished),
  },
  ask: {
    verbs: ASK_VERBS,
    called: { fr: "question", en: "question", zh: "提问" },
    owner: "member",
    make: (tx, { memberId }, texts) => makeAsk(tx, memberId, texts),
    visitorsRead: [],
    membersRead: ["title"],
    keeperHears: { published: [], revised: ["revisionPublished"] },
    inSight: askReads.getAskInSight,
    page: askReads.getAsk,
    list: async (viewer, q) => {
      const { rows } = viewer ? await askReads.listAsks(viewer) : { rows: [] };
      return { cards: rows.filter((one) => JSON.stringify(one).includes(q)) };
    },
    addresses: async () => [],
  },
  event: {
    verbs: EVENT_VERBS,
    called: { fr: "événement", en: "event", zh: "活动" },
    owner: "parties",
    make: async (tx, keeper, texts) => {
      return makeEvent(tx, [await organisationOf(tx, keeper)], texts);
    },
    visitorsRead: ["title", "summary", "venue", "programme"],
    membersRead: ["title", "summary", "venue", "programme"],
    keeperHears: { published: ["eventPublished"], revised: ["revisionPublished"] },
    inSight: eventReads.getEvent,
    page: eventReads.getEvent,
    list: async (viewer, q) => ({
      cards: (await listNextEvents(viewer, 1000)).filter((one) => JSON.stringify(one).includes(q)),
    }),
    newest: eventReads.listNewestEvents,
    addresses: eventReads.listPublicAddresses,
  },
};

function listOnline() {
  return listNewest("page", isPublished, { sumsUp: pages.body });
}
