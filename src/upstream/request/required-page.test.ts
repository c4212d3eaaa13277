import { expect, test, vi } from "vitest";
import { requiredPage } from "./required-page.ts";

vi.mock(import("#contract/view/paging.ts"), async (original) => ({
  ...(await original()),
  PAGE_SIZE: 50,
}));

test("the upstream's largest page is its own, whatever size our table's pages have", () => {
  const page = (PageSize: string) => requiredPage({ PageNumber: "100", PageSize });
  expect(page("100")).toEqual({ page: 100, pageSize: 100 });
  expect(() => page("101")).toThrow("PageSize must be less than or equal to 100");
});
