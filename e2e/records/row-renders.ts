import type { Page } from "playwright/test";

/** One row as React drew it in one commit. */
export interface RowRender {
  /** Position in the list, from 0. */
  readonly row: number;
  readonly kind: "mounted" | "drawn anew";
  /** True if it has another record than before, or now has one. */
  readonly isNewRecord: boolean;
}

export interface RowRenders {
  /** What was drawn since the last call, in order. */
  take(): Promise<readonly RowRender[]>;
}

/** As much of React's inner tree as is read here. */
interface Fiber {
  readonly tag: number;
  readonly flags: number;
  readonly memoizedProps: unknown;
  readonly alternate: Fiber | null;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
}

/**
 * Runs inside the page, before the app: takes the place of React's developer tools, which are told
 * of every commit in the production build too, and reads each commit as they do: what was passed
 * over has the same children as before; what was drawn is marked so.
 * https://github.com/facebook/react/blob/main/packages/react-devtools-shared/src/backend/fiber/renderer.js
 */
function listenToReact(): void {
  const PERFORMED_WORK = 1;
  const renders: RowRender[] = [];

  const rowOf = (props: unknown) => {
    if (typeof props !== "object" || props === null) return undefined;
    if (!("rowIndex" in props && "record" in props)) return undefined;
    return { row: Number(props.rowIndex), record: props.record };
  };
  const note = (fiber: Fiber, before: Fiber | null): boolean => {
    const row = rowOf(fiber.memoizedProps);
    if (row === undefined) return false;
    if (before === null)
      renders.push({ row: row.row, kind: "mounted", isNewRecord: row.record !== undefined });
    else if ((fiber.flags & PERFORMED_WORK) !== 0) {
      const isNewRecord = rowOf(before.memoizedProps)?.record !== row.record;
      renders.push({ row: row.row, kind: "drawn anew", isNewRecord });
    }
    return true;
  };
  const visit = (fiber: Fiber, before: Fiber | null) => {
    // Below a row is no other row, and a memo around a component has the same props once more.
    if (note(fiber, before)) return;
    // The same children as before: nothing below had work to do.
    if (before !== null && fiber.child === before.child) return;
    for (let child = fiber.child; child !== null; child = child.sibling)
      visit(child, before === null ? null : child.alternate);
  };

  const hook = {
    supportsFiber: true,
    renderers: new Map(),
    inject: () => 1,
    checkDCE() {},
    onCommitFiberRoot(_id: number, { current }: { current: Fiber }) {
      visit(current, current.alternate);
    },
    onPostCommitFiberRoot() {},
    onCommitFiberUnmount() {},
  };
  Object.assign(globalThis, {
    __REACT_DEVTOOLS_GLOBAL_HOOK__: hook,
    takeRowRenders: () => renders.splice(0),
  });
}

/** Counts how often rows are drawn. To be called before the page is opened. */
export async function countRowRenders(page: Page): Promise<RowRenders> {
  await page.addInitScript(listenToReact);
  return {
    take: () =>
      page.evaluate(() => {
        // Put there by `listenToReact`.
        const { takeRowRenders } = globalThis as unknown as { takeRowRenders(): RowRender[] };
        return takeRowRenders();
      }),
  };
}
