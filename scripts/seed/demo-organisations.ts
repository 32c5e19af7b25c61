import type { Transaction } from "@/db/client";
import { organisations } from "@/db/schema/organisations";
import { buildOrganisationSearch } from "@/lib/organisations/names";
import type { DemoKeys } from "./demo-decisions";
import { DEMO, type DemoOrganisation } from "./demo-files";
import { logoOf } from "./demo-pictures";

/** With their logos; enters each in `keys`. */
export async function seedOrganisations(tx: Transaction, keys: DemoKeys): Promise<void> {
  const values = [];
  for (const one of DEMO.organisations) {
    values.push({ ...organisationRow(one), ...(await logoOf(tx, one.slug)) });
  }
  const rows = await tx
    .insert(organisations)
    .values(values)
    .returning({ id: organisations.id, slug: organisations.slug });
  for (const row of rows) keys.organisations.set(row.slug, row.id);
}

function organisationRow({ listedOn, ...organisation }: DemoOrganisation) {
  const createdAt = new Date(listedOn);
  return {
    ...organisation,
    ...buildOrganisationSearch(organisation),
    createdAt,
    updatedAt: createdAt,
  };
}
