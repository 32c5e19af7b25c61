"use client";

import { useSyncExternalStore } from "react";
import { LateSelectField } from "../ui/late-select-field";
import type { Option } from "../ui/select-field";

type ZoneFieldProps = {
  label: string;
  hint?: string;
  options: Option[];
  chosen: string;
  /** Nobody has said yet: the zone of the browser is offered first. */
  isOpen: boolean;
};

/** Which zone's clock the digest goes by. Offered is not chosen: it holds once the form is sent. */
export function ZoneField({ label, hint, options, chosen, isOpen }: ZoneFieldProps) {
  const here = useSyncExternalStore(never, browserZone, () => null);
  const offered = isOpen && here ? here : chosen;
  const listed = options.find(({ value }) => zoneName(value) === offered)?.value;
  return (
    <LateSelectField
      defaultValue={listed ?? offered}
      hint={hint}
      key={offered}
      label={label}
      name="timeZone"
      options={listed ? options : [...options, { value: offered, label: offered }]}
      required
    />
  );
}

const never = () => () => {};

const browserZone = () => zoneName(undefined);

const names = new Map<string | undefined, string | null>();

/** The one name that a browser gives a zone of many names; null for a zone it does not know. To find it takes a while. */
function zoneName(timeZone: string | undefined): string | null {
  let name = names.get(timeZone);
  if (name === undefined) {
    name = findName(timeZone);
    names.set(timeZone, name);
  }
  return name;
}

function findName(timeZone: string | undefined): string | null {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
