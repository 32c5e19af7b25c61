import { ORGANISATION_MAX } from "./organisation-content";

/** What the address of a new organisation says. */
export type FindAddress = {
  name: string;
  number: string;
  /** To ask for name and number, to look whether it is known, to describe it although one of its name is known. */
  step: "find" | "look" | "describe";
};

/** Reads the address; without a name, or to change it, the first question is asked again. */
export function readFindAddress(asked: Record<string, string | string[] | undefined>): FindAddress {
  const text = (name: string, max: number) =>
    Array.from(
      ([asked[name] ?? ""].flat()[0] ?? "")
        .toWellFormed()
        .replace(/\p{Cc}/gu, " ")
        .trim(),
    )
      .slice(0, max)
      .join("");
  const name = text("name", ORGANISATION_MAX.name);
  const number = text("registrationId", ORGANISATION_MAX.number);
  const isAsked = name !== "" && asked.change === undefined;
  if (!isAsked) return { name, number, step: "find" };
  return { name, number, step: asked.another === undefined ? "look" : "describe" };
}
