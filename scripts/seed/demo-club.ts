import { type Transaction, transaction } from "@/db/client";
import { insertEntry } from "@/db/entry-rows";
import { accounts } from "@/db/schema/accounts";
import { holdTurn } from "@/db/turn";
import { hashPassword } from "@/lib/core/auth/password";
import { ZONE } from "@/lib/core/dates";
import { readStored } from "@/lib/entries/stored-entry";
import { PAGE } from "@/lib/pages/page";
import { portalContent } from "@/lib/pages/portal-text";
import { seedActivities } from "./demo-activities";
import { seedApplications } from "./demo-applications";
import { seedAsks } from "./demo-asks";
import { seedAttachments } from "./demo-attachments";
import { seedClubEvents } from "./demo-club-events";
import type { DemoKeys } from "./demo-decisions";
import { seedDues } from "./demo-dues";
import { seedExperiences } from "./demo-experiences";
import { DEMO, DEMO_PASSWORD } from "./demo-files";
import { seedInterests } from "./demo-interests";
import { seedIntroductions } from "./demo-introductions";
import { seedJobRuns } from "./demo-job-runs";
import { seedMailings } from "./demo-mailings";
import { seedMembers } from "./demo-members";
import { seedOrganisations } from "./demo-organisations";
import { seedProjects } from "./demo-projects";
import { seedQuestions } from "./demo-questions";
import { seedRegistrations } from "./demo-registrations";
import { seedRequests } from "./demo-requests";
import { seedRooms } from "./demo-rooms";
import { seedVisits } from "./demo-visits";

export type DemoCounts = Record<
  "members" | "organisations" | "activities" | "projects" | "experiences" | "applications",
  number
>;

/**
 * Writes the whole demo club in one transaction, so a crash in the middle leaves nothing.
 * Gives null when an account exists already; two starts at once wait for each other.
 */
export async function seedDemoClub(): Promise<DemoCounts | null> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  return transaction(async (tx) => {
    await holdTurn(tx, "seed_demo_club");
    const [found] = await tx.select({ id: accounts.id }).from(accounts).limit(1);
    if (found) return null;
    const keys: DemoKeys = { accounts: new Map(), members: new Map(), organisations: new Map() };
    await seedOrganisations(tx, keys);
    await seedClubAccounts(tx, keys, passwordHash);
    await seedMembers(tx, keys, passwordHash);
    await seedActivities(tx, keys);
    await seedProjects(tx, keys);
    await seedExperiences(tx, keys);
    // The club has begun to say of itself what the portal says so far.
    await insertEntry(tx, "page", { ...readStored(PAGE, portalContent("about")), slug: "about" });
    await seedAttachments(tx);
    await seedRooms(tx, keys);
    await seedInterests(tx, keys);
    await seedIntroductions(tx, keys);
    await seedQuestions(tx, keys);
    await seedAsks(tx, keys);
    await seedClubEvents(tx, keys);
    await seedRegistrations(tx, keys);
    await seedRequests(tx, keys);
    await seedApplications(tx, keys);
    await seedDues(tx, keys);
    await seedVisits(tx, keys);
    await seedMailings(tx, keys);
    await seedJobRuns(tx);
    return {
      members: DEMO.members.length,
      organisations: DEMO.organisations.length,
      activities: DEMO.activities.length,
      projects: DEMO.projects.length,
      experiences: DEMO.experiences.length,
      applications: DEMO.applications.length,
    };
  });
}

async function seedClubAccounts(
  tx: Transaction,
  keys: DemoKeys,
  passwordHash: string,
): Promise<void> {
  for (const { slug, ...account } of DEMO.accounts) {
    const [row] = await tx
      .insert(accounts)
      .values({ ...account, passwordHash, timeZone: ZONE.lyon })
      .returning({ id: accounts.id });
    if (row) keys.accounts.set(slug, row.id);
  }
}
