import { readSources, readStamps, readText } from "@/db/stored";
import { isDay, isMinute, readPartDay } from "@/lib/core/dates";
import { isLocale } from "@/lib/core/i18n/locales";
import type { ContentOf, Description, Field } from "./description";

/**
 * What a row keeps of an entry, whenever it was kept: a field that it lacks, or keeps in a shape of no use, is as in
 * `missing`, else empty; what is unknown today is left out.
 */
export function readStored<D extends Description>(
  description: D,
  stored: unknown,
  missing: Partial<ContentOf<D>> = {},
): ContentOf<D> {
  const kept = Object(stored) as Record<string, unknown>;
  const known = missing as Record<string, unknown>;
  const fields = Object.entries(description).map(([name, field]) => {
    const value = readField(field, kept[name]);
    return [name, value === undefined ? (known[name] ?? emptyOf(field)) : value];
  });
  return { ...Object.fromEntries(fields), provenance: readStamps(kept.provenance) };
}

/** The value, null for what was not chosen; undefined for one of no use. */
function readField(field: Field, value: unknown): unknown {
  switch (field.kind) {
    case "text":
      return value === undefined ? undefined : readText(value);
    case "language":
      return isLocale(value) ? value : undefined;
    case "choice":
      return value === null || isOne(field.of, value) ? value : undefined;
    case "state":
      return isOne(field.of, value) ? value : undefined;
    case "choices":
      return isList(value) ? value : undefined;
    case "day":
      return value === null || (typeof value === "string" && isDay(value)) ? value : undefined;
    case "minute":
      return value === null || (typeof value === "string" && isMinute(value)) ? value : undefined;
    case "year":
      return value === null || Number.isInteger(value) ? value : undefined;
    case "date":
      return value === null || (typeof value === "string" && readPartDay(value) === value)
        ? value
        : undefined;
    case "line":
      return value === null || typeof value === "string" ? value : undefined;
    case "sources":
      return Array.isArray(value) ? readSources(value) : undefined;
    case "tick":
      return typeof value === "boolean" ? value : undefined;
  }
}

const isOne = (of: string | readonly string[], value: unknown) =>
  typeof value === "string" && (typeof of === "string" || of.includes(value));

const isList = (value: unknown) =>
  Array.isArray(value) && value.every((one) => typeof one === "string");

function emptyOf(field: Field): unknown {
  if (field.kind === "text") return {};
  if (field.kind === "language") return "fr";
  if (field.kind === "choices" || field.kind === "sources") return [];
  return "unset" in field ? field.unset : null;
}
