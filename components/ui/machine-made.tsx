import type { MachineShown } from "@/lib/core/i18n/machine-view";
import { LinkedText } from "./linked-text";

/** What a machine made of the words above, marked as such; plain text, whatever it holds. */
export const MachineMade = ({ machine }: { machine: MachineShown }) => (
  <div className="mt-2 max-w-measure border-hairline border-l-2 pl-3">
    <p className="text-muted text-sm">{machine.note}</p>
    {machine.words ? (
      <p className="mt-1 whitespace-pre-line break-words" dir="auto">
        <LinkedText text={machine.words} />
      </p>
    ) : null}
  </div>
);
