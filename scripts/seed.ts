import { closeDatabase, workAsOwner } from "@/db/client";
import { seedDemoClub } from "./seed/demo-club";

/** Fills an empty database with the fictitious demo club; one that holds an account is left alone. */
const DEADLINE_MS = 120_000;

try {
  workAsOwner(DEADLINE_MS);
  const made = await seedDemoClub();
  console.log(
    made
      ? `Demo club: ${Object.entries(made)
          .map(([noun, count]) => `${count} ${noun}`)
          .join(", ")}`
      : "The database already holds accounts: nothing was added",
  );
} finally {
  await closeDatabase();
}
