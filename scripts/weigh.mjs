import { print } from "./launch/log.mjs";
import { weighPages } from "./launch/weigh-pages.mjs";
import { withTestPortal } from "./launch/with-test-portal.mjs";

await withTestPortal(async (env) => {
  const { within, over } = await weighPages(env);
  print(`${within} pages within their budget, ${over} over`);
  return over === 0;
});
