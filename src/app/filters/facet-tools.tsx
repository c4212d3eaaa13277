import { useId } from "react";
import { useTranslations } from "use-intl";
import { useComparison } from "#app/view/use-comparison.ts";
import { FACET_ORDERS } from "./facet/arrange-values.ts";
import { useFacetOrder } from "./facet/use-facet-order.ts";
import rowClasses from "./facet/facet-row.module.css";
import classes from "./filter-panel.module.css";

/** What holds for all facets: whether they are compared with a week earlier, and their values' order. */
export function FacetTools() {
  const t = useTranslations("facets");
  const id = useId();
  const [compares, setCompares] = useComparison();
  const [order, setOrder] = useFacetOrder();
  const orders = FACET_ORDERS.filter((one) => compares || one !== "change");
  return (
    <div className={classes["tools"]}>
      <input
        type="checkbox"
        id={id}
        className={rowClasses["box"]}
        checked={compares}
        onChange={(event) => setCompares(event.target.checked)}
      />
      <label htmlFor={id} className={classes["compare"]}>
        {t("compare")}
      </label>
      <select
        className={classes["order"]}
        aria-label={t("order")}
        value={order}
        // The system's own list: every keyboard, no code.
        onChange={(event) => {
          const chosen = orders.find((one) => one === event.target.value);
          if (chosen !== undefined) setOrder(chosen);
        }}
      >
        {orders.map((one) => (
          <option key={one} value={one}>
            {t(`orders.${one}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
