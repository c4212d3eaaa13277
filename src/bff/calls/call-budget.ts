/** Thrown by what would cost more upstream calls than it may. */
export class BudgetSpent extends Error {
  override readonly name = "BudgetSpent";
}

/** Upstream calls that an answer may cost, kept or not: what is known must not hang on what is cached. */
export interface CallBudget {
  readonly left: () => number;
  /** @throws BudgetSpent where it was the last one before */
  take(): void;
}

export function createCallBudget(most: number): CallBudget {
  let left = most;
  return {
    left: () => left,
    take() {
      if (left === 0) throw new BudgetSpent();
      left -= 1;
    },
  };
}

/** What is found within the budget; undefined where that does not suffice. */
export async function withinBudget<T>(find: () => Promise<T>): Promise<T | undefined> {
  try {
    return await find();
  } catch (error) {
    if (error instanceof BudgetSpent) return undefined;
    throw error;
  }
}
