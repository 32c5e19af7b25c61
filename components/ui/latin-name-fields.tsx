import { RadioGroup } from "./radio-group";
import type { Option } from "./select-field";
import { TextField } from "./text-field";

type LatinNameFieldsProps = {
  name: { familyName: string; givenName: string; nameOrder: string };
  copy: Record<"familyName" | "givenName" | "nameOrder", string>;
  orders: Option[];
  /** Letters of each. */
  max: number;
};

/** A name in Latin letters, and which of its two parts comes first. */
export function LatinNameFields({ name, copy, orders, max }: LatinNameFieldsProps) {
  return (
    <>
      <div className="grid gap-x-6 gap-y-6 md:grid-cols-2">
        <TextField
          autoComplete="family-name"
          defaultValue={name.familyName}
          label={copy.familyName}
          maxLength={max}
          name="familyName"
          required
          spellCheck={false}
        />
        <TextField
          autoComplete="given-name"
          defaultValue={name.givenName}
          label={copy.givenName}
          maxLength={max}
          name="givenName"
          required
          spellCheck={false}
        />
      </div>
      <RadioGroup
        defaultValue={name.nameOrder}
        legend={copy.nameOrder}
        name="nameOrder"
        options={orders}
        required
      />
    </>
  );
}
