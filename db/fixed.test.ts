import { eq, sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { dialect } from "./client";
import { fixed } from "./fixed";
import { members } from "./schema/members";

const textOf = (piece: ReturnType<typeof sql>) => dialect.sqlToQuery(piece);

test("a piece is written once, and its values are those of each use, in their places", () => {
  const write = vi.fn(
    (id, word) =>
      sql`(${members.id} = ${id} or ${word} = any (${members.sectors}) or ${id} is null)`,
  );
  const piece = fixed<[string, string]>(write);
  const twice = sql`${piece("a", "silk")} and ${members.slug} = ${"x"} and ${piece("b", "tea")}`;
  expect(textOf(twice)).toMatchObject({
    sql: `("members"."id" = $1 or $2 = any ("members"."sectors") or $3 is null) and "members"."slug" = $4 and ("members"."id" = $5 or $6 = any ("members"."sectors") or $7 is null)`,
    params: ["a", "silk", "a", "x", "b", "tea", "b"],
  });
  expect(write).toHaveBeenCalledOnce();
});

test("a value may be a piece itself; one without values is its text", () => {
  const all = fixed<[]>(() => sql`${members.hiddenAt} is null`);
  const either = fixed<[ReturnType<typeof sql>]>((other) => sql`(${all()} or ${other})`);
  expect(textOf(either(eq(members.slug, "x")))).toMatchObject({
    sql: `("members"."hidden_at" is null or "members"."slug" = $1)`,
    params: ["x"],
  });
});

test("a value that would be kept for every use is refused", () => {
  expect(() => fixed<[]>(() => eq(members.slug, "kept"))()).toThrow("a value of its own");
});
