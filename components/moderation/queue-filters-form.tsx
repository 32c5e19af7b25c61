import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { QUEUE_KINDS } from "@/lib/moderation/promise";
import type { QueueFilters } from "@/lib/moderation/queue.schema";
import type { QueueItem } from "@/lib/moderation/queue-item";
import { FilterForm } from "../ui/filter-form";
import { SelectField } from "../ui/select-field";

type QueueFiltersFormProps = {
  locale: Locale;
  filters: QueueFilters;
  /** All that waits, whatever is asked for: a kind of which nothing waits is not offered. */
  items: readonly QueueItem[];
};

/** Narrows the queue by kind, by who deals with it and to what is late; the address is the state. */
export function QueueFiltersForm({ locale, filters, items }: QueueFiltersFormProps) {
  const t = getTranslator(locale, "admin");
  const vetting = getTranslator(locale, "vetting");
  const kinds = QUEUE_KINDS.map((kind) => {
    const count = items.filter((item) => item.kind === kind).length;
    const label = t("queue.mail.heading", { kind: t(`queue.kind.${kind}`), count });
    return { value: kind, label, count };
  });
  return (
    <FilterForm
      chosen={[filters.kind, filters.taken, filters.late]}
      label={t("queue.filters")}
      locale={locale}
      to="/admin"
    >
      <SelectField
        defaultValue={filters.kind}
        emptyLabel={t("queue.anyKind")}
        label={t("queue.ofKind")}
        name="kind"
        options={kinds.filter(({ value, count }) => count > 0 || value === filters.kind)}
        width="medium"
      />
      <SelectField
        defaultValue={filters.taken}
        emptyLabel={vetting("filters.any")}
        label={vetting("filters.taken")}
        name="taken"
        options={[
          { value: "me", label: vetting("filters.me") },
          { value: "nobody", label: vetting("filters.nobody") },
        ]}
        width="medium"
      />
      <SelectField
        defaultValue={filters.late}
        emptyLabel={vetting("filters.any")}
        label={t("queue.deadline")}
        name="late"
        options={[{ value: "yes", label: t("queue.lateOnly") }]}
        width="medium"
      />
    </FilterForm>
  );
}
