import { isCheckViolation } from "@/db/errors";
import { AppError } from "@/lib/core/errors";

/** The database keeps one administrator; its refusal in the club's words. Throws `lastAdministrator`. */
export async function keepingAnAdministrator(run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!isCheckViolation(error, "accounts_last_administrator")) throw error;
    throw new AppError("lastAdministrator");
  }
}
