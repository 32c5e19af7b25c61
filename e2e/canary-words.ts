import { randomBytes } from "node:crypto";
import type { makeMember } from "@/db/factories";

/** Words that stand nowhere else, with who may read them besides their owner. */
export type Reader = "visitor" | "member" | "moderator" | "administrator";
export type Canary = { word: string; column: string; ownerId: string | null; may: Reader[] };
export type Owner = Awaited<ReturnType<typeof makeMember>> & { email: string };

export const NOBODY: Reader[] = [];
export const TEAM: Reader[] = ["moderator", "administrator"];
export const ACTIVE: Reader[] = ["member", ...TEAM];

/** Gives a fresh word for a column and notes who may read it. */
export type Sow = (column: string, ownerId: string | null, may: Reader[]) => string;

/** Letters only, so that a search finds it as it was typed. */
export function freshWord(): string {
  const letters = [...randomBytes(12)].map((byte) => "abcdefghijklmnop"[byte % 16]);
  return `kanari${letters.join("")}`;
}
