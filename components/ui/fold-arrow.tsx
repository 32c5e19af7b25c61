import { LineDrawing } from "./line-drawing";

/** In the summary of a fold: points down, and up once it is open. */
export function FoldArrow() {
  return <LineDrawing className="fold-arrow" d="m6 9 6 6 6-6" />;
}
