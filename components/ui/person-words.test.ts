import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { PersonWords } from "./person-words";

const drawn = (words: string) => renderToStaticMarkup(createElement(PersonWords, { words }));

test("the characters of a name in two scripts are said to be Chinese, whichever comes first", () => {
  const chinese = '<span lang="zh-Hans">阿加特·韦尔努</span>';
  expect(drawn("Agathe Vernoux 阿加特·韦尔努")).toBe(`Agathe Vernoux ${chinese}`);
  expect(drawn("阿加特·韦尔努 Agathe Vernoux")).toBe(`${chinese} Agathe Vernoux`);
  expect(drawn("阿加特·韦尔努")).toBe(chinese);
  expect(drawn("李 Li 李")).toBe('<span lang="zh-Hans">李</span> Li 李');
});

test("a sentence with the name in it is in the reader's language around it", () => {
  expect(drawn("Par Lin Meihua 林美华, le 2 mars")).toBe(
    'Par Lin Meihua <span lang="zh-Hans">林美华</span>, le 2 mars',
  );
});

test("a name in Latin letters stays as it is", () => {
  expect(drawn("Agathe Vernoux")).toBe("Agathe Vernoux");
  expect(drawn("")).toBe("");
});
