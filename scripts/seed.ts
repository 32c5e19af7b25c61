import { closeDatabase } from "@/db/client";
import { seedDemoClub } from "./seed/demo-club";

/** Fills an empty database with the fictitious demo club; one that holds an account is left alone. */
try {
  const made = await seedDemoClub();
  console.log(
    made
      ? `Demo club: ${made.members} members, ${made.organisations} organisations, ${made.projects} projects`
      : "The database already holds accounts: nothing was added",
  );
} finally {
  await closeDatabase();
}
