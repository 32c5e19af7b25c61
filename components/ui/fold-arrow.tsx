import { Sign } from "./sign";

/** In the summary of a fold: points down, and up once it is open. */
export function FoldArrow() {
  return <Sign className="fold-arrow" name="chevron-down" />;
}
