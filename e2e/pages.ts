import { desc, eq, isNotNull, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { affiliationRequests } from "@/db/schema/affiliations";
import { applications } from "@/db/schema/applications";
import { duesDocuments } from "@/db/schema/dues";
import { entries, entryRevisions } from "@/db/schema/entries";
import { interests } from "@/db/schema/interests";
import { mailings } from "@/db/schema/mailings";
import { FORM_STEPS } from "@/lib/applications/form-steps";
import { DEMO } from "./world";

/** The pages of an application; who has none is sent to its beginning. */
export const APPLY_PAGES = [
  "/apply",
  "/apply/sent",
  "/apply/resume",
  ...FORM_STEPS.map((step) => `/apply/${step}`),
  "/apply/check",
  "/apply/same-organisation",
  "/apply/status",
  "/apply/withdraw",
];

/** A word that finds nothing, and is longer than any line. */
const LONG_WORD = "Bienenstockverwaltungs".repeat(4);

/** Who owns a published project and has received interests in it. */
export const DEMO_OWNER = "thibault.descrieux@example.org";

/** Every page by who opens it, without its language. */
export const PAGES: { as: string | null; paths: string[] }[] = [
  {
    as: null,
    paths: [
      "/",
      "/about",
      "/heritage",
      `/heritage?q=${LONG_WORD}`,
      "/heritage/chinese-companies-in-lyon",
      "/sign-in",
      "/sign-in/code",
      "/sign-in/second-factor",
      "/forgotten-password",
      "/welcome",
      "/come-in",
      "/new-address",
      "/undo-address",
      "/projects",
      `/projects?q=${LONG_WORD}`,
      "/projects/shared-office-guangzhou",
      "/organisations",
      "/organisations?side=chinese-in-lyon",
      `/organisations?q=${LONG_WORD}`,
      "/organisations/institut-saone-orient",
      "/activities",
      "/activities?view=totals",
      `/activities?q=${LONG_WORD}`,
      "/activities/nantong-coating-plant",
      "/experiences",
      `/experiences?q=${LONG_WORD}`,
      "/experiences/from-parcel-to-bonded-warehouse",
      "/experiences/topics",
      "/experiences/topics/customs-logistics",
      "/cooperations",
      `/cooperations?q=${LONG_WORD}`,
      "/cooperations/lyon-guangzhou",
      "/cooperations/emlyon-sysu",
      "/organisations/emlyon",
      "/invitation",
      "/unsubscribe",
      "/answer",
      "/charter",
      "/legal",
      "/privacy",
      "/accessibility",
      "/nowhere",
    ],
  },
  {
    as: DEMO.member,
    paths: [
      "/home",
      "/members",
      `/members?q=${LONG_WORD}`,
      "/members/thibault-descrieux",
      "/members/thibault-descrieux/card",
      "/projects",
      "/projects?mine=1",
      "/matches",
      "/projects/shared-office-guangzhou",
      "/projects/new",
      "/projects/shared-office-guangzhou/interest",
      "/projects/castings-group-purchasing/interest",
      "/projects/shared-office-guangzhou/translate?to=zh",
      "/experiences",
      "/experiences/new",
      "/experiences/selling-a-subsidiary",
      "/experiences/trademark-filed-by-someone-else",
      "/experiences/trademark-filed-by-someone-else/settings",
      "/experiences/trademark-filed-by-someone-else/translate?to=zh",
      "/experiences/selling-a-subsidiary/translate?to=en",
      "/heritage/club-launch/translate?to=zh",
      "/interests",
      "/interests?side=sent",
      "/interests?group=ended",
      "/organisations",
      "/organisations/new",
      "/organisations/new?name=Textilane",
      "/organisations/new?name=Atelier+sans+double",
      "/organisations/soierie-montbrelant",
      "/organisations/soierie-montbrelant/edit",
      "/organisations/soierie-montbrelant/people",
      "/organisations/labo-urbaterra/people",
      "/activities?mine=1",
      "/activities/new",
      "/activities/raw-silk-purchasing",
      "/activities/raw-silk-purchasing/edit",
      "/activities/raw-silk-purchasing/remove",
      "/account",
      "/notifications",
      "/account/profile",
      "/account/address",
      "/account/invitations",
      "/account/dues",
      "/account/erasure",
      "/account/leaving",
      "/account/second-factor",
    ],
  },
  {
    as: "etienne.fauvergue@example.org",
    paths: ["essentials", "text", "partner", "practical", "check"].map(
      (step) => `/projects/hosting-cantonese-chefs/edit?step=${step}`,
    ),
  },
  {
    as: DEMO_OWNER,
    paths: [
      "/matches",
      "/projects/shared-office-guangzhou",
      "/projects/shared-office-guangzhou/candidates",
      "/projects/shared-office-guangzhou/settings",
    ],
  },
  {
    as: "nathalie.vaugirel@example.org",
    paths: ["", "/milestones", "/documents", "/discussion", "/updates", "/people"].map(
      (tab) => `/projects/urban-cool-islands/room${tab}`,
    ),
  },
  {
    as: "marion.cassegrenne@example.org",
    paths: [
      "/projects/cosmetics-guide-china",
      "/projects/cosmetics-guide-china/outcome",
      "/projects/cosmetics-guide-china/history",
    ],
  },
  { as: DEMO.suspended, paths: ["/account"] },
  { as: DEMO.lapsed, paths: ["/home", "/account", "/account/dues"] },
  { as: DEMO.pending, paths: ["/account"] },
  {
    as: DEMO.administrator,
    paths: [
      "/cooperations/new",
      "/cooperations/lyon-guangzhou",
      "/cooperations/lyon-guangzhou/edit",
      "/cooperations/lyon-guangzhou/edit?step=sources",
      "/cooperations/lyon-guangzhou/edit?step=check",
      "/cooperations/lyon-guangzhou/history",
      "/cooperations/lyon-guangzhou/parties",
      "/cooperations/lyon-guangzhou/translate",
      "/heritage/new",
      "/heritage/club-launch",
      "/heritage/club-launch/edit",
      "/heritage/club-launch/edit?step=sources",
      "/heritage/club-launch/history",
      "/heritage/club-launch/translate",
      "/admin",
      "/admin/applications",
      "/admin?kind=claim",
      "/admin?kind=page&taken=me&late=yes",
      "/admin/members",
      "/admin/import",
      "/admin/dues",
      "/admin/dues?state=open",
      "/admin/mailings",
      "/admin/import/pending",
      "/admin/audit",
      "/admin/jobs",
      "/admin/outcomes",
      "/admin/pages",
      "/admin/pages/about",
      "/admin/pages/about/edit",
      "/admin/pages/about/edit?step=effect",
      "/admin/pages/about/edit?step=check",
      "/admin/pages/about/history",
      "/admin/jobs?task=sweep&failed=yes",
    ],
  },
];

/** What the owner of a project of the demo has received, and each thing they can do with the newest. */
export async function interestPaths(): Promise<string[]> {
  const rows = await query((db) =>
    db
      .select({ id: interests.id, state: interests.state })
      .from(interests)
      .innerJoin(entries, eq(entries.id, interests.projectId))
      .where(eq(entries.slug, "shared-office-guangzhou")),
  );
  return rows.flatMap(({ id, state }) => {
    const acts = state === "sent" ? ["accept", "ask", "decline"] : [];
    return [`/interests/${id}`, ...acts.map((act) => `/interests/${id}?act=${act}`)];
  });
}

/** The dossiers of the demo club, whose addresses carry ids. */
export async function dossierPaths(): Promise<string[]> {
  const [[project], [revision], [account], [pending], [claim], applied, written] =
    await Promise.all([
      query((db) =>
        db
          .select({ id: entries.id })
          .from(entries)
          .where(sql`kind = 'project' and moderation = 'submitted'`)
          .orderBy(entries.submittedAt)
          .limit(1),
      ),
      query((db) =>
        db
          .select({ id: entryRevisions.id })
          .from(entryRevisions)
          .where(eq(entryRevisions.state, "submitted"))
          .limit(1),
      ),
      query((db) =>
        db.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, DEMO.suspended)),
      ),
      query((db) =>
        db.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, DEMO.pending)),
      ),
      query((db) =>
        db
          .select({ id: affiliationRequests.id })
          .from(affiliationRequests)
          .where(eq(affiliationRequests.kind, "claim"))
          .limit(1),
      ),
      // one in each state that the club team reads
      query((db) =>
        db
          .selectDistinctOn([applications.state], { id: applications.id })
          .from(applications)
          .where(isNotNull(applications.submittedAt))
          .orderBy(applications.state, applications.submittedAt),
      ),
      // a draft, a newsletter that was sent, an announcement
      query((db) =>
        db
          .selectDistinctOn([mailings.kind], { id: mailings.id })
          .from(mailings)
          .orderBy(mailings.kind, mailings.createdAt),
      ),
    ]);
  return [
    `/admin/projects/${project?.id}`,
    `/admin/revisions/${revision?.id}`,
    `/admin/members/${account?.id}`,
    `/admin/members/${account?.id}/account`,
    `/admin/accounts/${pending?.id}`,
    `/admin/claims/${claim?.id}`,
    ...written.map(({ id }) => `/admin/mailings/${id}`),
    ...applied.map(({ id }) => `/admin/applications/${id}`),
    ...(await duesPaths()),
  ];
}

/** A call that is open and a receipt of the demo, with the form that calls their payer again. */
async function duesPaths(): Promise<string[]> {
  const rows = await query((db) =>
    db
      .selectDistinctOn([duesDocuments.kind], {
        id: duesDocuments.id,
        accountId: duesDocuments.accountId,
      })
      .from(duesDocuments)
      .where(sql`created_at < now() - interval '1 day'`)
      .orderBy(duesDocuments.kind, desc(duesDocuments.createdAt)),
  );
  return rows.flatMap(({ id, accountId }) => [
    `/admin/dues/${id}`,
    `/admin/dues/call?member=${accountId}`,
  ]);
}
