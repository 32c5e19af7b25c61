import type { ErrorCode } from "@/lib/core/errors";
import { type Asked, allOf } from "@/lib/search/list-filters";
import { ORGANISATION_MAX } from "./organisation-content";
import { isRegistrationNumber } from "./organisation-entry";

/** What the address of a new organisation says. */
export type FindAddress = {
  name: string;
  number: string;
  /** To ask for name and number, to look whether it is known, to describe it although one of its name is known. */
  step: "find" | "look" | "describe";
  /** What was wrong when the form was sent, by its field: it is asked again. */
  faults: { name?: ErrorCode; registrationId?: ErrorCode };
};

/** Reads the address; without a name, with a number that is none, or to change them, the first question is asked again. */
export function readFindAddress(asked: Asked): FindAddress {
  const text = (name: string, max: number) =>
    Array.from(
      (allOf(asked, name)[0] ?? "")
        .toWellFormed()
        .replace(/\p{Cc}/gu, " ")
        .trim(),
    )
      .slice(0, max)
      .join("");
  const name = text("name", ORGANISATION_MAX.name);
  const number = text("registrationId", ORGANISATION_MAX.number);
  const faults: FindAddress["faults"] = {};
  const isSent = asked.name !== undefined && asked.change === undefined;
  if (isSent && name === "") faults.name = "required";
  if (isSent && number !== "" && !isRegistrationNumber(number)) {
    faults.registrationId = "notARegistrationNumber";
  }
  const isAsked = isSent && Object.keys(faults).length === 0;
  if (!isAsked) return { name, number, step: "find", faults };
  return { name, number, step: asked.another === undefined ? "look" : "describe", faults };
}
