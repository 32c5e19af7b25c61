import { describe, expect, test } from "vitest";
import { inPageOrder, readForm, readLabels, typedIn } from "./read-form";

function form(pairs: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of pairs) data.append(name, value);
  return data;
}

describe("readForm", () => {
  test("nests dotted names and gathers repeated ones", () => {
    const { input } = readForm(
      form([
        ["title.fr", "Soie"],
        ["title.zh", "丝绸"],
        ["sectors", "energy"],
        ["sectors", "logistics"],
      ]),
    );
    expect(input).toEqual({ title: { fr: "Soie", zh: "丝绸" }, sectors: ["energy", "logistics"] });
  });

  test("leaves out what the framework and the form itself add", () => {
    const { input, values } = readForm(
      form([
        ["$ACTION_ID_1", "x"],
        ["_key", "k"],
        ["a", "1"],
      ]),
    );
    expect(input).toEqual({ a: "1" });
    expect(values).toEqual({ a: "1" });
  });

  test("a field that is also the head of others is read as it comes", () => {
    const { input } = readForm(
      form([
        ["title.fr", "Soie"],
        ["title", "ab"],
        ["title.zh", "丝绸"],
      ]),
    );
    expect(input).toEqual({ title: { 0: "a", 1: "b", zh: "丝绸" } });
  });

  test("what was typed comes back short, however much it was", () => {
    expect(typedIn(form([["title", `a\n${"🙂".repeat(5000)}`]]), "title")).toBe(
      `a ${"🙂".repeat(298)}`,
    );
    expect(typedIn(null, "title")).toBe("");
  });

  test("never shows a secret again", () => {
    const { input, values } = readForm(
      form([
        ["password", "s3cret"],
        ["code", "123456"],
        ["email", "a@b.c"],
      ]),
    );
    expect(input).toMatchObject({ password: "s3cret", code: "123456" });
    expect(values).toEqual({ email: "a@b.c" });
  });

  test("keeps a chosen reason", () => {
    const { values } = readForm(form([["reasonCode", "other"]]));
    expect(values).toEqual({ reasonCode: "other" });
  });

  test("cannot reach a prototype", () => {
    readForm(
      form([
        ["__proto__.admin", "1"],
        ["constructor.prototype.admin", "1"],
      ]),
    );
    expect(({} as { admin?: string }).admin).toBeUndefined();
  });
});

test("a form says what it calls its fields, cut where no label is so long", () => {
  const sent = form([
    ["_label.title.fr", "Titre"],
    ["_label.__proto__", "x"],
    ["_label.words", "é".repeat(500)],
    ["title.fr", "Soie"],
  ]);
  const labels = readLabels(sent);
  expect(labels["title.fr"]).toBe("Titre");
  expect(labels.words).toHaveLength(200);
  expect(readForm(sent).values).toEqual({ "title.fr": "Soie" });
  expect(({} as Record<string, string>).x).toBeUndefined();
});

test("fields stand as on their page: by what was typed, by the label of an empty box, then what was not sent", () => {
  const sent = new FormData();
  for (const name of ["version", "_label.familyName", "familyName", "_label.languages"]) {
    sent.append(name, "");
  }
  for (const name of ["title.fr", "title.en", "phone"]) sent.append(name, "");
  const asked = ["invented", "phone", "title.en", "title", "languages", "familyName"];
  expect(inPageOrder(asked, sent)).toEqual([
    "familyName",
    "languages",
    "title",
    "title.en",
    "phone",
    "invented",
  ]);
});
