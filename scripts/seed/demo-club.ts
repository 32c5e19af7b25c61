import { sql } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { organisations } from "@/db/schema/organisations";
import { hashPassword } from "@/lib/core/auth/password";
import type { DemoKeys } from "./demo-decisions";
import { DEMO, DEMO_PASSWORD } from "./demo-files";
import { seedMembers } from "./demo-members";
import { seedProjects } from "./demo-projects";

export type DemoCounts = { members: number; organisations: number; projects: number };

/**
 * Writes the whole demo club in one transaction, so a crash in the middle leaves nothing.
 * Gives null when an account exists already; two starts at once wait for each other.
 */
export async function seedDemoClub(): Promise<DemoCounts | null> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  return transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('seed_demo_club'))`);
    const [found] = await tx.select({ id: accounts.id }).from(accounts).limit(1);
    if (found) return null;
    const keys: DemoKeys = { accounts: new Map(), members: new Map(), organisations: new Map() };
    await seedOrganisations(tx, keys);
    await seedClubAccounts(tx, keys, passwordHash);
    await seedMembers(tx, keys, passwordHash);
    await seedProjects(tx, keys);
    return {
      members: DEMO.members.length,
      organisations: DEMO.organisations.length,
      projects: DEMO.projects.length,
    };
  });
}

async function seedOrganisations(tx: Transaction, keys: DemoKeys): Promise<void> {
  const rows = await tx
    .insert(organisations)
    .values(DEMO.organisations)
    .returning({ id: organisations.id, slug: organisations.slug });
  for (const row of rows) keys.organisations.set(row.slug, row.id);
}

async function seedClubAccounts(
  tx: Transaction,
  keys: DemoKeys,
  passwordHash: string,
): Promise<void> {
  for (const { slug, ...account } of DEMO.accounts) {
    const [row] = await tx
      .insert(accounts)
      .values({ ...account, passwordHash, isDemo: true })
      .returning({ id: accounts.id });
    if (row) keys.accounts.set(slug, row.id);
  }
}
