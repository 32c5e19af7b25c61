import { expect, test } from "vitest";
import { connect } from "./connect.mjs";

test.each([
  ["postgres://club:p%40ss@localhost/club?host=/run/postgresql", "/run/postgresql/.s.PGSQL.5432"],
  ["postgres://club@%2Frun%2Fpostgresql/club", "/run/postgresql/.s.PGSQL.5432"],
  ["postgres://club@localhost:5433/club?host=%2Fsrv%2Fsocket", "/srv/socket/.s.PGSQL.5433"],
  ["postgres://club:p%40ss@db.example.org:5432/club", false],
])("%s", async (address, socket) => {
  const { options } = connect(address);
  expect([options.path, options.database, options.user]).toEqual([socket, "club", "club"]);
  expect(options.connection).not.toHaveProperty("host");
});
