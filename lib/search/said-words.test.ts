import { expect, test } from "vitest";
import { placeWords } from "./said-words";

test.each([
  [["guangzhou"], "Canton Guangzhou 广州 Guangdong 广东 guangdong"],
  [["lyon-7"], "Lyon 7e"],
  // A municipality is its own division: named once.
  [["shanghai"], "Shanghai 上海 shanghai"],
  [["guangzhou", "shenzhen"], "深圳 Shenzhen 广东"],
])("%j is found by %s", (slugs, words) => {
  const said = placeWords(["cities", "lyonPlaces"], slugs).join(" ").split(" ");
  for (const word of words.split(" ")) expect(said).toContain(word);
  expect(said.filter((word) => word === "广东").length).toBeLessThan(2);
});
