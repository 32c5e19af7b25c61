import type { MembershipStatus, Role } from "@/db/enums";

/** Who brings people in, as the worker knows them too. */
export type Bringer = { accountId: string; role: Role; status: MembershipStatus };
