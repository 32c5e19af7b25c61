"use client";

import type { CardCopy, ListView } from "@/lib/core/list-view";
import { ListCard } from "./list-card";
import { LiveSearch, type LiveSearchProps } from "./live-search";

type LiveListProps = LiveSearchProps<ListView> & { copy: { card: CardCopy } };

/** A list of things that say of themselves what a card of a list says. */
export function LiveList(props: LiveListProps) {
  return (
    <LiveSearch
      {...props}
      draw={({ cards }) =>
        cards.map((card) => <ListCard card={card} copy={props.copy.card} key={card.href} />)
      }
    />
  );
}
