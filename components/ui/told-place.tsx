import { Notice } from "./notice";
import { TakeFocus } from "./take-focus";

type ToldPlaceProps = {
  /** As the anchor names it that an act leads to: it begins with `form-`, as if the form that was sent still stood here. */
  id: string;
  /** What became of the act; null at any other time. */
  message: string | null;
};

/** Says what became of an act where its form stood, when that form has made way for something else; it takes the focus that the form had. */
export function ToldPlace({ id, message }: ToldPlaceProps) {
  if (!message) return null;
  return (
    <div className="scroll-mt-24" id={id} tabIndex={-1}>
      <TakeFocus still />
      <Notice live tone="success">
        {message}
      </Notice>
    </div>
  );
}
