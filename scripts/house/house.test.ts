import path from "node:path";
import { describe, expect, test } from "vitest";
import { exportedFunctions, listFiles, readSource } from "./house-files";

const sources = ["app", "components", "lib", "db", "scripts", "e2e"].flatMap((folder) =>
  listFiles(folder),
);
const rooms = listFiles("lib").filter((file) => !file.startsWith("lib/core/"));

describe("names", () => {
  test("no file is named after its role instead of its noun", () => {
    const homeless =
      /(^|\/)(utils?|helpers?|common|misc|index|types|service|manager|constants)\.(ts|tsx|mjs)$/;
    expect(sources.filter((file) => homeless.test(file))).toEqual([]);
  });

  test("a room folder appears with its second file", () => {
    const names = rooms.map((file) => file.split("/")[1]);
    const lonely = names.filter((name) => names.indexOf(name) === names.lastIndexOf(name));
    expect(lonely).toEqual([]);
  });

  test("a room is flat; a folder in it is a room of its own, with its policy and its actions", () => {
    const folders = new Set(
      rooms.map(path.dirname).filter((folder) => folder.split("/").length > 2),
    );
    const whole = (folder: string) =>
      ["policy.ts", "actions.ts"].every((name) => rooms.includes(`${folder}/${name}`));
    expect([...folders].filter((folder) => !whole(folder))).toEqual([]);
  });

  test("no file is over 300 lines", () => {
    const long = sources.filter((file) => readSource(file).split("\n").length > 301);
    expect(long).toEqual([]);
  });
});

describe("the one door for writes", () => {
  const actionFiles = rooms.filter((file) => /[./]actions\.ts$/.test(file));

  test("only a room's actions.ts says use server, and it says it first", () => {
    const saying = sources.filter((file) => /^\s*["']use server["']/m.test(readSource(file)));
    expect(saying).toEqual(actionFiles);
    for (const file of actionFiles) expect(readSource(file)).toMatch(/^"use server";/);
  });

  test("every action is made by the factory", () => {
    const made = /^export const \w+Action = (visitor|account|member|admin)Action\(/;
    const strays = actionFiles.flatMap((file) =>
      [...readSource(file).matchAll(/^export .*$/gm)]
        .map(([row]) => row)
        .filter((row) => !made.test(row))
        .map((row) => `${file}: ${row}`),
    );
    expect(strays).toEqual([]);
  });

  test("every mutation authorises and leaves an event", () => {
    const strays = rooms
      .filter((file) => /[./]mutations\.ts$/.test(file))
      .flatMap((file) =>
        exportedFunctions(readSource(file))
          .filter(({ body }) => !(body.includes("authorize(") && /\brecord(Event)?\(/.test(body)))
          .map(({ name }) => `${file}: ${name}`),
      );
    expect(strays).toEqual([]);
  });
});

describe("locks", () => {
  /** Rows held to be deleted, or whose key changes. A foreign key's check waits for these, and for no others. */
  const wholly = ["lib/accounts/shared.personal-data.ts", "lib/applications/sweeping.mutations.ts"];

  test("a row is held so that foreign keys to it may still be checked", () => {
    const bare = /\.for\(\s*"update"|\bfor update\b/i;
    const held = [...listFiles("lib"), ...listFiles("app")].filter(
      (file) => !/\.test\.ts$/.test(file) && bare.test(readSource(file)),
    );
    expect(held).toEqual(wholly);
  });

  test("several accounts, members or organisations are locked by id", () => {
    const many = /inArray\((?:\w+\.)?id, [^;]*?\.for\("(?:no key )?update"/gs;
    const strays = rooms.flatMap((file) =>
      [...readSource(file).matchAll(many)]
        .filter(([statement]) => !/\.orderBy\((?:asc\()?(?:\w+\.)?id\)/.test(statement))
        .map(() => file),
    );
    expect(strays).toEqual([]);
  });
});

describe("reads", () => {
  test("columns are explicit", () => {
    const bare = rooms.filter((file) => /\.(select|returning)\(\)/.test(readSource(file)));
    expect(bare).toEqual([]);
  });

  test("no page or component holds a style attribute or an inline script", () => {
    const drawn = sources.filter((file) => file.endsWith(".tsx"));
    const bad = drawn.filter((file) => /\sstyle=\{|<script|dangerouslySet/.test(readSource(file)));
    expect(bad).toEqual([]);
  });
});
