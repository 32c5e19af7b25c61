import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { PersonWords } from "./person-words";

const drawn = (name: string) => renderToStaticMarkup(createElement(PersonWords, { name }));

test("the characters of a name in two scripts are said to be Chinese, whichever comes first", () => {
  const chinese = '<span lang="zh-Hans">阿加特·韦尔努</span>';
  expect(drawn("Agathe Vernoux 阿加特·韦尔努")).toBe(`Agathe Vernoux ${chinese}`);
  expect(drawn("阿加特·韦尔努 Agathe Vernoux")).toBe(`${chinese} Agathe Vernoux`);
  expect(drawn("阿加特·韦尔努")).toBe(chinese);
  expect(drawn("李 Li 李")).toBe('<span lang="zh-Hans">李</span> Li 李');
});

test("a name in Latin letters stays as it is", () => {
  expect(drawn("Agathe Vernoux")).toBe("Agathe Vernoux");
  expect(drawn("")).toBe("");
});
