import type { ComponentProps } from "react";
import { Card } from "../ui/card";
import { DefinitionList } from "../ui/definition-list";

type FactsCardProps = { title: string; items: ComponentProps<typeof DefinitionList>["items"] };

/** Beside the text of an entry, what was chosen in it; nothing where nothing was. */
export function FactsCard({ title, items }: FactsCardProps) {
  return (
    <Card as="section" className="not-has-[dl]:hidden" labelledBy="facts">
      <h2 className="sr-only" id="facts">
        {title}
      </h2>
      <DefinitionList items={items} layout="stack" />
    </Card>
  );
}
