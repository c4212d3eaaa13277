import { expect, type Locator, type Page } from "playwright/test";

/** One facet of the panel as a reader meets it. */
export interface FacetOnScreen {
  /** The group of its values. */
  readonly group: Locator;
  /** A value's checkbox; its description is its count. */
  box(label: string): Locator;
  /** The row of a value, with its buttons. */
  row(label: string): Locator;
  /** Unfolds it, if it is not open. */
  open(): Promise<void>;
  /** Resolves once its counts are whole and of the present view. */
  counted(): Promise<void>;
  /** Every row that has a count, in order. */
  rows(): Promise<readonly FacetRowOnScreen[]>;
}

export interface FacetRowOnScreen {
  readonly label: string;
  /** What the row says besides its label: the value itself, where that is another, or a hint. */
  readonly title: string;
  /** NaN where none is shown, or it is said not to be known. */
  readonly count: number;
  /** `+3`, where it is compared. */
  readonly change: string;
  readonly isTickable: boolean;
}

const numberOf = (text: string) =>
  text === "" ? Number.NaN : Number(text.replace("≥ ", "").replaceAll(",", ""));

/** The filter panel's region, in Chinese. */
function facetPanel(page: Page): Locator {
  return page.getByRole("region", { name: "筛选" });
}

/** The facet of that title, in Chinese. */
export function facetOf(page: Page, title: string): FacetOnScreen {
  const panel = facetPanel(page);
  const group = panel
    .getByRole("group", { name: title, exact: true })
    .and(panel.locator(":has(> ul)"));
  const box = (label: string) => group.getByRole("checkbox", { name: label, exact: true });
  return {
    group,
    box,
    row: (label) =>
      group
        .getByRole("listitem")
        .filter({ has: page.getByRole("checkbox", { name: label, exact: true }) }),
    async open() {
      const heading = panel.locator("summary").getByText(title, { exact: true });
      const isOpen = await heading.evaluate((text) => text.closest("details")?.open);
      if (isOpen !== true) await heading.click();
      await expect(group).toBeVisible();
    },
    async counted() {
      await expect(group).toHaveAttribute("data-counts", "known");
    },
    async rows() {
      const rows = await group.getByRole("listitem").evaluateAll((items) =>
        items.map((item) => {
          const input = item.querySelector<HTMLInputElement>("input");
          const label = item.querySelector<HTMLElement>(":is(label, span)");
          const described = input ?? item;
          const [id = ""] = (described.getAttribute("aria-describedby") ?? "").split(" ");
          // The figures that are seen, without the words that are heard with them.
          const figure = (text: Element | null) => text?.firstChild?.textContent ?? "";
          return {
            label: label?.innerText.trim() ?? "",
            title: label?.title || (item.getAttribute("title") ?? ""),
            count: figure(document.getElementById(id)).trim(),
            change: figure(item.querySelector("[data-change]")).trim(),
            isTickable: input !== null && !input.disabled,
          };
        }),
      );
      return rows.map((row) => ({ ...row, count: numberOf(row.count) }));
    },
  };
}

/** Resolves once everything that the panel counts is counted. */
export async function panelCounted(page: Page): Promise<void> {
  const panel = facetPanel(page);
  await expect(panel.locator("[data-counts]").first()).toBeAttached();
  await expect(panel.locator('[data-counts]:not([data-counts="known"])')).toHaveCount(0);
}
