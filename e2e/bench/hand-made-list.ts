import type { DrawnRows } from "./rows-on-screen.ts";

/**
 * Runs inside a frozen copy of the app's page: puts a list there that is written by hand, without
 * React. It has as many row elements as fit on screen and a few more, and as one scrolls it gives
 * those that left the view the contents of those that come. Cells whose content has the same shape
 * as before only get new texts and attributes.
 */
export function runHandMadeList({ columns, rows }: DrawnRows): void {
  const SPARE_ROWS = 8;
  const scroller = document.querySelector("#records");
  const grid = scroller?.querySelector<HTMLElement>('[role="grid"]');
  const header = grid?.querySelector('[role="columnheader"]')?.closest('[role="row"]');
  const height = rows[0]?.height;
  if (!scroller || !grid || !header || height === undefined) throw new Error("nothing to show");

  const style = document.createElement("style");
  style.textContent = `
    .hand-row { position: absolute; inset-block-start: 0; inset-inline: 0; contain: layout style;
      box-sizing: border-box; block-size: ${height}px; cursor: pointer;
      border-block-end: 1px solid var(--ant-color-border-secondary); }
    .hand-row:hover { background: var(--ant-color-fill-quaternary); }
    .hand-pinned { position: sticky; inset-inline-start: 0; z-index: 1; block-size: 100%;
      inline-size: ${Math.max(0, ...columns.filter(({ isPinned }) => isPinned).map(({ left, width }) => left + width))}px;
      background: var(--ant-color-bg-container);
      box-shadow: 1px 0 0 var(--ant-color-border-secondary); }
    .hand-row:hover .hand-pinned { background:
      linear-gradient(var(--ant-color-fill-quaternary), var(--ant-color-fill-quaternary)),
      var(--ant-color-bg-container); }
    .hand-cell { position: absolute; inset-block: 0; box-sizing: border-box; overflow: hidden;
      line-height: ${height - 1}px; text-overflow: ellipsis; white-space: nowrap; }
    ${columns
      .map(
        (column, index) => `.hand-cell-${index} { inset-inline-start: ${column.left}px;
          inline-size: ${column.width}px; padding: ${column.padding}; color: ${column.color};
          text-align: ${column.textAlign}; font-variant-numeric: ${column.fontVariantNumeric}; }`,
      )
      .join("\n")}`;
  document.head.append(style);
  // Rows, page dividers and whatever else the app had drawn below the header.
  grid.style.blockSize = `${grid.offsetHeight}px`;
  for (const child of [...grid.children].filter((one) => !one.contains(header))) child.remove();

  const contents = rows.map(({ cells }) =>
    cells.map((html) => {
      const template = document.createElement("template");
      template.innerHTML = html;
      return template.content;
    }),
  );
  const tops = rows.map(({ top }) => top);

  /** Makes the children of `shown` like those of `wanted`, touching only what differs. */
  const show = (shown: Node, wanted: Node) => {
    const before = [...shown.childNodes];
    const after = [...wanted.childNodes];
    for (const [index, next] of after.entries()) {
      const old = before[index];
      if (old === undefined) shown.appendChild(next.cloneNode(true));
      else if (old.nodeName !== next.nodeName) shown.replaceChild(next.cloneNode(true), old);
      else if (old instanceof Element && next instanceof Element) {
        const gone = [...old.attributes].filter(({ name }) => !next.hasAttribute(name));
        for (const { name } of gone) old.removeAttribute(name);
        for (const { name, value } of next.attributes)
          if (old.getAttribute(name) !== value) old.setAttribute(name, value);
        show(old, next);
      } else if (old.nodeValue !== next.nodeValue) old.nodeValue = next.nodeValue;
    }
    for (const left of before.slice(after.length)) left.remove();
  };

  const inView = Math.ceil(scroller.clientHeight / height) + 1;
  const pool = Array.from({ length: Math.min(rows.length, inView + 2 * SPARE_ROWS) }, () => {
    const row = document.createElement("div");
    row.role = "row";
    row.className = "hand-row";
    const pinned = document.createElement("div");
    pinned.className = "hand-pinned";
    if (columns.some(({ isPinned }) => isPinned)) row.append(pinned);
    const cells = columns.map(({ isPinned }, index) => {
      const cell = document.createElement("div");
      cell.role = "gridcell";
      cell.className = `hand-cell hand-cell-${index}`;
      (isPinned ? pinned : row).append(cell);
      return cell;
    });
    grid.append(row);
    return { row, cells, index: -1 };
  });
  const draw = () => {
    const { scrollTop } = scroller;
    // Tops grow nearly evenly, so the row before is found at once.
    let first = Math.max(0, Math.min(rows.length - 1, Math.floor(scrollTop / height)));
    while (first > 0 && (tops[first] ?? 0) > scrollTop) first -= 1;
    first = Math.max(0, Math.min(first - SPARE_ROWS, rows.length - pool.length));
    for (let index = first; index < first + pool.length; index += 1) {
      const slot = pool[index % pool.length];
      const cells = contents[index];
      if (slot === undefined || cells === undefined || slot.index === index) continue;
      slot.index = index;
      slot.row.dataset["row"] = String(index);
      slot.row.style.transform = `translateY(${tops[index]}px)`;
      for (const [column, cell] of slot.cells.entries()) {
        const content = cells[column];
        if (content) show(cell, content);
      }
    }
  };
  scroller.addEventListener("scroll", draw, { passive: true });
  scroller.scrollTop = 0;
  draw();
}
