import { randomBytes } from "node:crypto";
import type { Transaction } from "@/db/client";
import type { ApplicationState } from "@/db/enums";
import type { makeMember } from "@/db/factories";

/** Words that stand nowhere else, with who may read them besides their owner. */
export type Reader = "visitor" | "member" | "moderator" | "administrator";
export type Canary = {
  word: string;
  column: string;
  /** The account, or the application, that reads it as its own. */
  ownerIds: string[];
  may: Reader[];
};
export type Owner = Awaited<ReturnType<typeof makeMember>> & {
  email: string;
  /** The key of their portrait. */
  portraitId: string;
};

export const NOBODY: Reader[] = [];
export const TEAM: Reader[] = ["moderator", "administrator"];
export const ACTIVE: Reader[] = ["member", ...TEAM];
export const EVERYBODY: Reader[] = ["visitor", ...ACTIVE];

/** Gives a fresh word for a column and notes who may read it. */
export type Sow = (column: string, owners: string | null | string[], may: Reader[]) => string;

/** An application that can be opened by its browser key. */
export type PlantedApplication = { id: string; state: ApplicationState; key: string };

/** Where the planters write, and where they note what they have planted. */
export type Ground = {
  tx: Transaction;
  sow: Sow;
  /** Addresses, without the language. */
  paths: string[];
  /** By what an answer would betray that a search matched: parts of addresses. */
  marks: string[];
  /** Parts of addresses that no list for visitors may hold. */
  unlisted: string[];
  applications: PlantedApplication[];
};

/** Letters only, so that a search finds it as it was typed. */
export function freshWord(): string {
  const letters = [...randomBytes(12)].map((byte) => "abcdefghijklmnop"[byte % 16]);
  return `kanari${letters.join("")}`;
}

/** Every fresh word that a text in small letters holds, also where it begins inside another. */
export const wordsIn = (text: string): string[] =>
  [...text.matchAll(/(?=(kanari[a-p]{12}))/g)].map(([, word]) => word as string);
