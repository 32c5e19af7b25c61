import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import { ACTING_STATUSES, PRESENT_STATUSES } from "./enums";
import { accounts } from "./schema/accounts";

const oneOf = (statuses: readonly string[]) =>
  sql.raw(`in (${statuses.map((status) => `'${status}'`).join(", ")})`);

/** After a column of membership statuses: those of people who may act (`mayAct`). */
export const ACTING = oneOf(ACTING_STATUSES);

/** The same of people whose things others come upon (`isThere`). */
export const PRESENT = oneOf(PRESENT_STATUSES);

/** Whether the account of a row may act: is asked, proposed and written to. */
export const isActing = (): SQL => sql`${accounts.status} ${ACTING}`;

/** Whether the account of a row administers the club, and may. */
export const isActingAdministrator = (): SQL =>
  sql`(${accounts.role} = 'administrator' and ${isActing()})`;

/** Whether others come upon what the account of a row has to show: members as long as it is there. */
export const isPresent = ({ status }: { status: AnyColumn } = accounts): SQL =>
  sql`${status} ${PRESENT}`;

/** The same for visitors, to whom it closes some time after a membership has lapsed. */
export const isPresentToAll = (): SQL => sql`(${isPresent()} and ${accounts.isOpen})`;
