import { eq } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { projectRevisions, projects } from "@/db/schema/projects";
import { DEMO } from "./world";

/** Every page by who opens it, without its language. */
export const PAGES: { as: string | null; paths: string[] }[] = [
  {
    as: null,
    paths: [
      "/",
      "/about",
      "/sign-in",
      "/sign-in/code",
      "/forgotten-password",
      "/projects",
      "/projects?q=zzzz",
      "/projects/shared-office-guangzhou",
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
      "/members?q=zzzz",
      "/members/thibault-descrieux",
      "/projects",
      "/projects?mine=1",
      "/projects/shared-office-guangzhou",
      "/projects/new",
      "/account",
      "/account/profile",
    ],
  },
  {
    as: "etienne.fauvergue@example.org",
    paths: ["essentials", "text", "partner", "practical", "check"].map(
      (step) => `/projects/hosting-cantonese-chefs/edit?step=${step}`,
    ),
  },
  { as: DEMO.suspended, paths: ["/account"] },
  { as: DEMO.pending, paths: ["/account"] },
  { as: DEMO.administrator, paths: ["/home", "/admin", "/admin/members", "/admin/audit"] },
];

/** The dossiers of the demo club, whose addresses carry ids. */
export async function dossierPaths(): Promise<string[]> {
  const [[project], [revision], [account]] = await Promise.all([
    query((db) =>
      db
        .select({ id: projects.id })
        .from(projects)
        .where(eq(projects.moderation, "submitted"))
        .orderBy(projects.submittedAt)
        .limit(1),
    ),
    query((db) =>
      db
        .select({ id: projectRevisions.id })
        .from(projectRevisions)
        .where(eq(projectRevisions.state, "submitted"))
        .limit(1),
    ),
    query((db) =>
      db.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, DEMO.suspended)),
    ),
  ]);
  return [
    `/admin/projects/${project?.id}`,
    `/admin/revisions/${revision?.id}`,
    `/admin/members/${account?.id}`,
  ];
}
