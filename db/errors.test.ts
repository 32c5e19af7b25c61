import { inspect } from "node:util";
import { DrizzleQueryError } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  DatabaseUnavailable,
  driverError,
  isCheckViolation,
  isConnectionLost,
  isLostRace,
  isOverloaded,
  isUniqueViolation,
} from "./errors";

const fromDriver = (code: string, more = {}) =>
  Object.assign(new Error(code), { code, query: "select 1", ...more });
const throughDrizzle = (cause: Error) => new DrizzleQueryError("select 1", [], cause);

describe("the connection-lost family", () => {
  it.each(["CONNECTION_CLOSED", "CONNECT_TIMEOUT", "ECONNREFUSED", "ECONNRESET", "57P01", "08006"])(
    "knows %s, also behind Drizzle's wrapper",
    (code) => {
      expect(isConnectionLost(fromDriver(code))).toBe(true);
      expect(isConnectionLost(throughDrizzle(fromDriver(code)))).toBe(true);
    },
  );

  it("leaves out refusals of the server and network errors that are not the database's", () => {
    expect(isConnectionLost(fromDriver("23505"))).toBe(false);
    expect(isConnectionLost(Object.assign(new Error("smtp"), { code: "ECONNREFUSED" }))).toBe(
      false,
    );
    expect(isConnectionLost(null)).toBe(false);
  });

  it("tells overload apart", () => {
    expect(["57014", "55P03", "53300"].map((code) => isOverloaded(fromDriver(code)))).toEqual([
      true,
      true,
      true,
    ]);
    expect(isOverloaded(fromDriver("23505"))).toBe(false);
  });

  it("takes a race that was lost to the last try for overload: nothing was written", () => {
    for (const code of ["40P01", "40001"]) {
      expect([isLostRace(fromDriver(code)), isOverloaded(fromDriver(code))]).toEqual([true, true]);
    }
    expect(isLostRace(fromDriver("55P03"))).toBe(false);
  });
});

it("the server's details, which quote whole rows, go no further than the driver", () => {
  const told = {
    severity: "ERROR",
    detail: "Failing row contains (欧阳).",
    where: "of a function",
  };
  const failed = throughDrizzle(fromDriver("23514", { ...told, constraint_name: "a" }));
  const own = driverError(failed) as object;
  expect(Object.keys(own).sort()).toEqual(["code", "constraint_name", "query", "severity"]);
  expect(isCheckViolation(failed, "a")).toBe(true);
});

describe("violations", () => {
  it("are told apart by kind and constraint", () => {
    const unique = throughDrizzle(
      fromDriver("23505", { constraint_name: "accounts_email_unique" }),
    );
    expect(isUniqueViolation(unique)).toBe(true);
    expect(isUniqueViolation(unique, "accounts_email_unique")).toBe(true);
    expect(isUniqueViolation(unique, "another")).toBe(false);
    expect(isCheckViolation(unique)).toBe(false);
    expect(isCheckViolation(fromDriver("23514", { constraint_name: "a" }), "a")).toBe(true);
  });
});

it("a database that is away is one line of the log, with its reason", () => {
  const away = new DatabaseUnavailable("notWritten", fromDriver("connect ECONNREFUSED"));
  expect(inspect(away)).toBe(
    "DatabaseUnavailable: The database is unavailable (connect ECONNREFUSED)",
  );
});
