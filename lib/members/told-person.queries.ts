import "server-only";
import type { SQLWrapper } from "drizzle-orm";
import { onlyIf } from "@/db/columns";
import { members } from "@/db/schema/members";
import type { Sight } from "./policy";
import { seen } from "./sight.queries";

/** Address, names and face of a row's member where `isTold`, as this sight sees them; null elsewhere (`toldPerson`). Join members. */
export const personColumns = (sight: Sight, isTold: SQLWrapper) => ({
  memberSlug: onlyIf(isTold, members.slug),
  familyName: onlyIf(isTold, members.familyName),
  givenName: onlyIf(isTold, members.givenName),
  nameOrder: onlyIf(isTold, members.nameOrder),
  nameZh: onlyIf(isTold, members.nameZh, seen(sight, "nameZh", members.nameZh)),
  portrait: onlyIf(isTold, members.portraitId, seen(sight, "portrait", members.portraitId)),
});
